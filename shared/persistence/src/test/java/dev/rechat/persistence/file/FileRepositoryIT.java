package dev.rechat.persistence.file;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.Together;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.TrashRepository;
import dev.rechat.persistence.removal.RemovalRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileRepositoryIT {

    private final FileRepository files = bean(FileRepository.class);
    private final UserId owner = Rows.savedUser();
    private final Conversation conversation = Rows.savedConversation(owner);
    private final Message message = Rows.savedMessage(conversation);

    @Test
    void findsWhatWasSaved() {
        StoredFile upload = files.save(Rows.file(owner));
        StoredFile answer = files.save(new StoredFile(
                Rows.IDS.nextFileId(),
                owner,
                Rows.IDS.nextAppId(),
                null,
                "chart",
                "",
                FileKind.CUSTOM,
                null,
                message.id(),
                FileDirection.ANSWER,
                "https://dify.example/files/é?sign=x",
                Rows.NOON));

        assertThat(files.findOwned(upload.id(), owner)).contains(upload);
        assertThat(files.findOwned(answer.id(), owner)).contains(answer);
        assertThat(files.listOwned(List.of(answer.id(), upload.id(), Rows.IDS.nextFileId()), owner))
                .containsExactly(upload, answer);
    }

    @Test
    void isWrittenOnceHoweverOftenItIsTold() {
        StoredFile file = Rows.file(owner);

        files.saveIfAbsent(file);
        files.saveIfAbsent(file);

        assertThat(files.findOwned(file.id(), owner)).contains(file);
    }

    @Test
    void givesAnotherOwnerNothing() {
        StoredFile file = files.save(Rows.file(owner));
        UserId other = Rows.savedUser();

        assertThat(files.findOwned(file.id(), other)).isEmpty();
        assertThat(files.listOwned(List.of(file.id()), other)).isEmpty();
        assertThat(files.attach(file.id(), other, message.id())).isZero();
        files.attach(file.id(), owner, message.id());
        assertThat(files.listCarriedBy(List.of(message.id()), other)).isEmpty();
    }

    @Test
    void isCarriedByOneMessage() throws Exception {
        StoredFile file = files.save(Rows.file(owner));

        var attached = Together.call(() -> files.attach(file.id(), owner, message.id()));

        assertThat(attached).containsOnlyOnce(1L);
        assertThat(files.listCarriedBy(List.of(message.id()), owner))
                .containsExactly(file.carriedBy(file.id(), message.id()));
    }

    @Test
    void goesWithItsConversation() {
        StoredFile file = files.save(Rows.file(owner));
        files.attach(file.id(), owner, message.id());

        bean(RemovalRepository.class).delete(List.of(conversation.id().toString()), owner);

        assertThat(files.findOwned(file.id(), owner)).isEmpty();
    }

    @Test
    void isNotToBeHadWhileItsConversationLiesInTheTrash() {
        StoredFile waiting = files.save(Rows.file(owner));
        StoredFile carried = files.save(Rows.file(owner));
        files.attach(carried.id(), owner, message.id());
        TrashRepository trash = bean(TrashRepository.class);

        trash.discard(conversation.id(), owner, Rows.NOON, Rows.NOON.plusSeconds(60));
        assertThat(files.findReadable(carried.id(), owner, Rows.NOON)).isEmpty();
        assertThat(files.findReadable(waiting.id(), owner, Rows.NOON)).contains(waiting);

        trash.restore(conversation.id(), owner, Rows.NOON);
        assertThat(files.findReadable(carried.id(), owner, Rows.NOON)).isPresent();
        assertThat(files.findReadable(carried.id(), Rows.savedUser(), Rows.NOON))
                .isEmpty();
    }

    @Test
    void printsNoName() {
        assertThat(Rows.file(owner)).asString().doesNotContain("猫", "dify-file");
    }
}
