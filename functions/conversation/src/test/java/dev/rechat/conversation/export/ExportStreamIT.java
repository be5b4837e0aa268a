package dev.rechat.conversation.export;

import static dev.rechat.conversation.ConversationServer.bean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.testing.gateway.InProcess;
import dev.rechat.web.download.PulledDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A document is made while it is read, however long the answers are; what breaks off is no document. */
class ExportStreamIT {

    private static final int LONG = 200_000;
    private static final int ANSWERS = 40;

    private final UserId owner = ConversationServer.person();
    private final Conversation conversation =
            Stored.conversation(owner, Stored.app(true).id(), "long");

    @ParameterizedTest
    @EnumSource
    void readsNoTextBeforeItIsWanted(ExportFormat format) throws IOException {
        longAnswers();
        InputStream document = document(format, () -> {});

        assertThat(CountedTexts.read(conversation.id())).isZero();
        document.readNBytes(1000);
        int first = CountedTexts.read(conversation.id());
        document.readNBytes(4 * LONG);

        // A batch has room for two such answers and the questions around them.
        assertThat(first).isLessThanOrEqualTo(5);
        assertThat(CountedTexts.read(conversation.id())).isLessThanOrEqualTo(3 * 5);
        assertThat(document.readAllBytes().length).isGreaterThan((ANSWERS - 6) * LONG);
        assertThat(CountedTexts.read(conversation.id())).isEqualTo(2 * ANSWERS);
    }

    @InProcess("what it has read of the database, which it counts")
    @Test
    void takesNoMoreThanTheClientTakes() throws Exception {
        int many = 200;
        longAnswers(many);

        try (InputStream body = ConversationServer.open(owner, path())) {
            body.readNBytes(1000);
            int seen = -1;
            while (seen != CountedTexts.read(conversation.id())) {
                seen = CountedTexts.read(conversation.id());
                // Time for one that runs ahead to do so; on a slow machine this proves less, it is never red for that.
                Thread.sleep(500);
            }
            // Sockets hold some megabytes of the forty that there are.
            assertThat(seen).isLessThan(many);
            body.readAllBytes();
        }

        assertThat(CountedTexts.read(conversation.id())).isEqualTo(2 * many);
    }

    @InProcess("what it reads of the database, which is made to fail")
    @Test
    void cutsTheConnectionWhenItFailsInTheMiddle() {
        longAnswers();
        CountedTexts.breakAfterFirst(conversation.id());

        assertThatThrownBy(() -> ConversationServer.as(owner).get(path())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void givesNothingMoreToWhoMayNotReadAnyMore() throws IOException {
        longAnswers();
        AtomicInteger left = new AtomicInteger(3);
        InputStream document = document(ExportFormat.JSON, () -> {
            if (left.decrementAndGet() < 0) {
                throw new IllegalStateException("signed out");
            }
        });

        document.readNBytes(1000);

        assertThatThrownBy(document::readAllBytes).isInstanceOf(IOException.class);
        assertThat(CountedTexts.read(conversation.id())).isLessThan(10);
    }

    private InputStream document(ExportFormat format, Runnable permission) {
        return new PulledDocument(
                bean(Exports.class).one(conversation.id(), owner, format).pieces(), permission);
    }

    private String path() {
        return "/api/v1/conversations/" + conversation.id() + "/export";
    }

    private void longAnswers() {
        longAnswers(ANSWERS);
    }

    private void longAnswers(int count) {
        Message last = null;
        for (int i = 0; i < count; i++) {
            last = Stored.answer(conversation, Stored.question(conversation, last, "again"), "x".repeat(LONG));
        }
    }
}
