package dev.rechat.persistence.conversation;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.turn.TurnStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageRepositoryIT {

    private final MessageRepository messages = bean(MessageRepository.class);
    private final UserId owner = Rows.savedUser();
    private final Conversation conversation = Rows.savedConversation(owner);

    static Stream<String> contents() {
        return Stream.of(
                "",
                " trailing and leading \n",
                "你好，世界",
                "👩🏽‍💻 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \uD83D\uDE00",
                "a\u0000b",
                "'; DROP TABLE messages; -- \\ \" ` % _ :id ?",
                "文".repeat(1_000_000) + "end");
    }

    @ParameterizedTest
    @MethodSource("contents")
    void keepsContentAsItIs(String content) {
        Message message = messages.save(Rows.message(conversation, content));

        assertThat(messages.findOwned(message.id(), owner)).contains(message);
    }

    @Test
    void keepsParentUsageAndRole() {
        Message question = messages.save(Rows.message(conversation, "why?"));
        Message answer = messages.save(new Message(
                Rows.IDS.nextMessageId(),
                conversation.id(),
                owner,
                question.turnId(),
                question.id(),
                MessageRole.ASSISTANT,
                TurnStatus.STREAMING,
                "",
                "{\"total_tokens\":3}",
                Rows.NOON));

        assertThat(messages.findOwned(answer.id(), owner)).contains(answer);
        assertThat(messages.findLast(conversation.id(), owner)).contains(answer);
    }

    @ParameterizedTest
    @EnumSource
    void isFinishedWithEveryStatus(TurnStatus status) {
        Message answer = messages.save(Rows.message(conversation, ""));

        assertThat(messages.finish(answer.id(), owner, "done 😀", status, null, null))
                .isEqualTo(1);

        Message finished = messages.findOwned(answer.id(), owner).orElseThrow();
        assertThat(finished.content()).isEqualTo("done 😀");
        assertThat(finished.status()).isEqualTo(status);
        assertThat(finished.messageUsage()).isNull();
    }

    @Test
    void givesAnotherOwnerNothing() {
        Message message = messages.save(Rows.message(conversation, "private"));
        Message later = messages.save(Rows.message(conversation, "private too"));
        UserId other = Rows.savedUser();

        assertThat(messages.findOwned(message.id(), other)).isEmpty();
        assertThat(messages.findLast(conversation.id(), other)).isEmpty();
        assertThat(messages.listLast(conversation.id(), other, 10)).isEmpty();
        assertThat(messages.listBefore(conversation.id(), other, later.id(), 10))
                .isEmpty();
        assertThat(messages.listAfter(conversation.id(), other, message.id(), 10))
                .isEmpty();
        assertThat(messages.finish(message.id(), other, "stolen", TurnStatus.FAILED, null, null))
                .isZero();
        assertThat(messages.findOwned(message.id(), owner)).contains(message);
    }

    @Test
    void pagesBothWaysWithoutGapOrRepeat() {
        List<Message> saved = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            saved.add(messages.save(Rows.message(conversation, "message " + i)));
        }
        messages.save(Rows.message(Rows.savedConversation(owner), "of another conversation"));

        List<Message> backwards = new ArrayList<>(messages.listLast(conversation.id(), owner, 3));
        List<Message> forwards = new ArrayList<>(List.of(saved.getFirst()));
        for (int i = 0; i < 4; i++) {
            backwards.addAll(messages.listBefore(
                    conversation.id(), owner, backwards.getLast().id(), 3));
            forwards.addAll(messages.listAfter(
                    conversation.id(), owner, forwards.getLast().id(), 3));
        }

        assertThat(forwards).containsExactlyElementsOf(saved);
        assertThat(backwards).containsExactlyElementsOf(saved.reversed());
    }

    @Test
    void printsNoContent() {
        assertThat(Rows.message(conversation, "private")).asString().doesNotContain("private");
    }
}
