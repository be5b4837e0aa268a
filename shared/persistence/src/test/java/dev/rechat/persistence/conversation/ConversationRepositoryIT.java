package dev.rechat.persistence.conversation;

import static dev.rechat.persistence.TestPersistence.bean;
import static dev.rechat.persistence.TestPersistence.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.removal.RemovalRepository;
import dev.rechat.persistence.turn.TurnRepository;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationRepositoryIT {

    private final ConversationRepository conversations = bean(ConversationRepository.class);
    private final UserId owner = Rows.savedUser();

    @Test
    void findsWhatWasSaved() {
        Conversation fresh = conversations.save(Rows.conversation(owner));
        Conversation full = conversations.save(new Conversation(
                Rows.IDS.nextConversationId(),
                owner,
                Rows.IDS.nextAppId(),
                "dify-会话",
                "标题 😀",
                true,
                true,
                true,
                null,
                null,
                Rows.NOON.plusSeconds(60),
                Rows.NOON,
                Rows.NOON.plusMillis(1)));

        assertThat(conversations.findOwned(fresh.id(), owner)).contains(fresh);
        assertThat(conversations.findOwned(full.id(), owner)).contains(full);
    }

    @Test
    void givesAnotherOwnerNothing() {
        Conversation conversation = conversations.save(Rows.conversation(owner));
        UserId other = Rows.savedUser();

        assertThat(conversations.findOwned(conversation.id(), other)).isEmpty();
        assertThat(conversations.change(conversation.id(), other, "stolen", true, true, null))
                .isZero();
        assertThat(conversations.keep(conversation.id(), other)).isZero();
        assertThat(conversations.leaveFolder(conversation.id(), other)).isZero();
        assertThat(conversations.touch(conversation.id(), other, Rows.NOON.plusSeconds(1)))
                .isZero();
        assertThat(conversations.answered(conversation.id(), other, Rows.NOON, "stolen"))
                .isZero();
        assertThat(bean(RemovalRepository.class)
                        .delete(List.of(conversation.id().toString()), other))
                .isZero();
        assertThat(conversations.findOwned(conversation.id(), owner)).contains(conversation);
    }

    @Test
    void changesOnlyWhatIsGiven() {
        Conversation conversation = conversations.save(Rows.conversation(owner));

        assertThat(conversations.change(conversation.id(), owner, null, true, null, null))
                .isEqualTo(1);
        assertThat(conversations.change(conversation.id(), owner, "Renamed", null, null, null))
                .isEqualTo(1);
        assertThat(conversations.change(conversation.id(), owner, null, null, true, null))
                .isEqualTo(1);

        Conversation changed = conversations.findOwned(conversation.id(), owner).orElseThrow();
        assertThat(changed.title()).isEqualTo("Renamed");
        assertThat(changed.pinned()).isTrue();
        assertThat(changed.archived()).isTrue();
        assertThat(changed.updatedAt()).isEqualTo(conversation.updatedAt());
    }

    @Test
    void countsAChangeThatChangesNothing() {
        Conversation conversation = conversations.save(Rows.conversation(owner));

        assertThat(conversations.change(conversation.id(), owner, null, null, null, null))
                .isEqualTo(1);
        assertThat(conversations.change(conversation.id(), owner, conversation.title(), false, false, null))
                .isEqualTo(1);
    }

    @Test
    void aTurnMakesItTheLatest() {
        Conversation older = conversations.save(Rows.conversation(owner));
        Conversation newer = conversations.save(Rows.conversation(owner, Rows.NOON.plusSeconds(1)));

        conversations.touch(older.id(), owner, Rows.NOON.plusSeconds(2));
        conversations.answered(older.id(), owner, Rows.NOON.plusSeconds(2), "dify-1");

        assertThat(conversations.findOwned(older.id(), owner).orElseThrow().updatedAt())
                .isAfter(newer.updatedAt());
        assertThat(conversations.findOwned(older.id(), owner).orElseThrow().difyConversationId())
                .isEqualTo("dify-1");
    }

    @Test
    void deletesItsMessagesAndTurns() throws SQLException {
        Conversation conversation = conversations.save(Rows.conversation(owner));
        Conversation kept = conversations.save(Rows.conversation(owner));
        var messages = bean(MessageRepository.class);
        messages.save(Rows.message(conversation, "gone"));
        Message other = messages.save(Rows.message(kept, "kept"));
        bean(TurnRepository.class).save(Rows.turn(conversation));

        assertThat(bean(RemovalRepository.class)
                        .delete(List.of(conversation.id().toString()), owner))
                .isEqualTo(1);

        assertThat(conversations.findOwned(conversation.id(), owner)).isEmpty();
        assertThat(stored("SELECT COUNT(*) FROM messages WHERE conversation_id = ?", conversation.id()))
                .isEqualTo("0");
        assertThat(stored("SELECT COUNT(*) FROM turns WHERE conversation_id = ?", conversation.id()))
                .isEqualTo("0");
        assertThat(messages.findOwned(other.id(), owner)).contains(other);
    }

    @Test
    void keepsTheInputsOfItsFirstMessage() {
        Conversation conversation = Rows.savedConversation(owner);
        assertThat(conversations.findInputs(conversation.id(), owner)).isEmpty();

        assertThat(conversations.rememberInputs(conversation.id(), owner, "{\"主题\":\"😀\"}"))
                .isEqualTo(1);

        assertThat(conversations.findInputs(conversation.id(), owner)).contains("{\"主题\":\"😀\"}");
        UserId other = Rows.savedUser();
        assertThat(conversations.findInputs(conversation.id(), other)).isEmpty();
        assertThat(conversations.rememberInputs(conversation.id(), other, "{}")).isZero();
    }

    @Test
    void keepsATitleThatItsOwnerHasGiven() {
        Conversation conversation = conversations.save(Rows.conversation(owner));
        String first = conversation.title();

        assertThat(conversations.retitle(conversation.id(), Rows.savedUser(), first, "stolen"))
                .isZero();
        assertThat(conversations.retitle(conversation.id(), owner, first, "better"))
                .isEqualTo(1);
        assertThat(conversations.retitle(conversation.id(), owner, first, "late"))
                .isZero();
        assertThat(conversations
                        .findOwned(conversation.id(), owner)
                        .orElseThrow()
                        .title())
                .isEqualTo("better");
    }

    @Test
    void aTurnGivesATemporaryOneItsTimeAgain() {
        Conversation temporary = conversations.save(Rows.conversation(owner).temporarily());
        Conversation kept = conversations.save(Rows.conversation(owner));
        Instant later = Rows.NOON.plus(Duration.ofHours(20));

        conversations.touch(temporary.id(), owner, later);
        conversations.touch(kept.id(), owner, later);

        assertThat(temporary.purgeAt()).isEqualTo(Rows.NOON.plus(Duration.ofDays(1)));
        assertThat(conversations.findOwned(temporary.id(), owner).orElseThrow().purgeAt())
                .isEqualTo(later.plus(Duration.ofDays(1)));
        assertThat(conversations.findOwned(kept.id(), owner).orElseThrow().purgeAt())
                .isNull();

        conversations.answered(temporary.id(), owner, later.plusMillis(1), "dify-1");
        assertThat(conversations.findOwned(temporary.id(), owner).orElseThrow().purgeAt())
                .isEqualTo(later.plusMillis(1).plus(Duration.ofDays(1)));
    }

    @Test
    void keepsATemporaryOne() {
        Conversation temporary = conversations.save(Rows.conversation(owner).temporarily());

        assertThat(conversations.keep(temporary.id(), owner)).isEqualTo(1);

        Conversation kept = conversations.findOwned(temporary.id(), owner).orElseThrow();
        assertThat(kept.temporary()).isFalse();
        assertThat(kept.purgeAt()).isNull();
    }

    @Test
    void printsNoTitle() {
        assertThat(Rows.conversation(owner)).asString().doesNotContain("Greetings");
    }
}
