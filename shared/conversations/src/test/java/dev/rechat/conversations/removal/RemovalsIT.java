package dev.rechat.conversations.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversations.ConversationsHouse;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemovalsIT {

    private final ConversationsHouse house = ConversationsHouse.open();
    private final Removals removals = house.bean(Removals.class);
    private final UserId owner = house.person();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void notesEveryThreadAndDeletesEverything() {
        Conversation conversation = house.conversation(owner, "thread-now");
        house.turn(conversation, "thread-before");
        house.turn(conversation, "thread-before");
        house.turn(conversation, "thread-now");
        house.turn(conversation, null);

        assertThat(removals.removeOwned(conversation.id(), owner)).isTrue();

        assertThat(house.noted()).containsExactly("thread-before", "thread-now");
        assertThat(house.stored("SELECT DISTINCT app_id FROM dify_deletions"))
                .containsExactly(conversation.appId().toString());
        assertThat(house.stored("SELECT DISTINCT user_id FROM dify_deletions")).containsExactly(owner.toString());
        assertThat(house.conversations()).isEmpty();
        assertThat(house.stored("SELECT id FROM messages")).isEmpty();
        assertThat(house.stored("SELECT id FROM turns")).isEmpty();
    }

    @Test
    void removesWhatLiesInTheTrash() {
        Conversation conversation = house.conversation(owner, "thread");
        house.sql("UPDATE conversations SET deleted_at = NOW() WHERE id = ?", conversation.id());

        assertThat(removals.removeOwned(conversation.id(), owner)).isTrue();

        assertThat(house.conversations()).isEmpty();
    }

    @Test
    void leavesOtherPeoplesAlone() {
        Conversation conversation = house.conversation(owner, "thread");

        assertThat(removals.removeOwned(conversation.id(), house.person())).isFalse();
        assertThat(removals.removeOwned(house.ids().nextConversationId(), owner))
                .isFalse();

        assertThat(house.conversations()).hasSize(1);
        assertThat(house.noted()).isEmpty();
    }

    @Test
    void countsWhatItRemovedOfMany() {
        Conversation first = house.conversation(owner, "one");
        Conversation second = house.conversation(owner, "two");
        Conversation strange = house.conversation(house.person(), "three");

        int removed = removals.removeOwned(List.of(first.id(), strange.id(), second.id()), owner);

        assertThat(removed).isEqualTo(2);
        assertThat(house.noted()).containsExactly("one", "two");
        assertThat(house.conversations()).containsExactly(strange.id().toString());
    }

    @Test
    void removesWhatIsDueAndNothingElse() {
        Conversation due = house.conversation(owner, "due");
        house.dueAt(due.id(), house.clock().instant());
        Conversation later = house.conversation(owner, "later");
        house.dueAt(later.id(), house.clock().instant().plusSeconds(60));
        Conversation kept = house.conversation(owner, "kept");

        assertThat(removals.removeDue(10)).isEqualTo(1);
        assertThat(house.noted()).containsExactly("due");
        assertThat(house.conversations())
                .containsExactlyInAnyOrder(later.id().toString(), kept.id().toString());

        house.clock().forward(Duration.ofMinutes(1));
        assertThat(removals.removeDue(10)).isEqualTo(1);
        assertThat(house.conversations()).containsExactly(kept.id().toString());
    }

    @Test
    void removesNoMoreThanItIsAskedTo() {
        for (int i = 0; i < 5; i++) {
            house.dueAt(house.conversation(owner, "t" + i).id(), house.clock().instant());
        }

        assertThat(removals.removeDue(3)).isEqualTo(3);

        assertThat(house.conversations()).hasSize(2);
    }

    @Test
    void removesEachOnceWhenManyDoItAtOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            house.dueAt(house.conversation(owner, "t" + i).id(), house.clock().instant());
        }
        CountDownLatch start = new CountDownLatch(1);
        try (var other = house.another();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sweeps = new ArrayList<>();
            for (Removals sweeper : List.of(removals, other.bean(Removals.class), removals, removals)) {
                sweeps.add(threads.submit(() -> {
                    start.await();
                    return sweeper.removeDue(100);
                }));
            }
            start.countDown();
            int removed = 0;
            for (Future<Integer> sweep : sweeps) {
                removed += sweep.get();
            }
            assertThat(removed).isEqualTo(40);
        }
        assertThat(house.noted()).hasSize(40);
        assertThat(house.conversations()).isEmpty();
    }
}
