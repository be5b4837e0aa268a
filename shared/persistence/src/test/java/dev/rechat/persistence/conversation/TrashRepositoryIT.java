package dev.rechat.persistence.conversation;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrashRepositoryIT {

    private static final Instant NOW = Rows.NOON.plusSeconds(10);
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));

    private final TrashRepository trash = bean(TrashRepository.class);
    private final ConversationRepository conversations = bean(ConversationRepository.class);
    private final ConversationLists lists = bean(ConversationLists.class);
    private final UserId owner = Rows.savedUser();

    @Test
    void givesBackUntilTheTimeIsOver() {
        Conversation conversation = Rows.savedConversation(owner);

        assertThat(trash.discard(conversation.id(), owner, NOW, LATER)).isEqualTo(1);
        assertThat(conversations.findOwned(conversation.id(), owner)).isEmpty();
        assertThat(trash.discard(conversation.id(), owner, NOW, LATER)).isZero();

        assertThat(trash.restore(conversation.id(), owner, LATER)).isZero();
        assertThat(trash.restore(conversation.id(), owner, LATER.minusMillis(1)))
                .isEqualTo(1);
        assertThat(conversations.findOwned(conversation.id(), owner)).contains(conversation);
    }

    @Test
    void endsTheTimeOfATemporaryOneAtOnce() {
        Conversation temporary = conversations.save(Rows.conversation(owner).temporarily());

        assertThat(trash.discard(temporary.id(), owner, NOW, LATER)).isEqualTo(1);

        assertThat(trash.restore(temporary.id(), owner, NOW)).isZero();
        assertThat(inTrash(NOW)).isZero();
    }

    @Test
    void takesSomeAtATimeOfOnePlace() {
        for (int i = 0; i < 5; i++) {
            Rows.savedConversation(owner);
        }
        Conversation archived = Rows.savedConversation(owner);
        conversations.change(archived.id(), owner, null, null, true, null);

        assertThat(trash.discardSome(owner, "list", NOW, LATER, 3)).isEqualTo(3);
        assertThat(trash.discardSome(owner, "list", NOW, LATER, 3)).isEqualTo(2);
        assertThat(trash.discardSome(owner, "list", NOW, LATER, 3)).isZero();

        assertThat(inTrash(NOW)).isEqualTo(5);
        assertThat(conversations.findOwned(archived.id(), owner)).isPresent();
    }

    @Test
    void isEmptiedSomeAtATime() {
        for (int i = 0; i < 3; i++) {
            Rows.savedConversation(owner);
        }
        trash.discardSome(owner, "list", NOW, LATER, 10);

        assertThat(trash.endSome(owner, NOW, 2)).isEqualTo(2);
        assertThat(trash.endSome(owner, NOW, 2)).isEqualTo(1);
        assertThat(trash.endSome(owner, NOW, 2)).isZero();
        assertThat(inTrash(NOW)).isZero();
    }

    @Test
    void leavesTheConversationsOfOthersAlone() {
        Conversation conversation = Rows.savedConversation(owner);
        UserId other = Rows.savedUser();

        assertThat(trash.discard(conversation.id(), other, NOW, LATER)).isZero();
        assertThat(trash.discardSome(other, "list", NOW, LATER, 10)).isZero();
        trash.discard(conversation.id(), owner, NOW, LATER);
        assertThat(trash.restore(conversation.id(), other, NOW)).isZero();
        assertThat(trash.endSome(other, NOW, 10)).isZero();
        assertThat(inTrash(NOW)).isEqualTo(1);
    }

    private int inTrash(Instant now) {
        return lists.page(owner, ConversationFilter.all(ConversationPlace.TRASH), null, now, 100)
                .size();
    }
}
