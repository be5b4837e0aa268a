package dev.rechat.conversations.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversations.ConversationsHouse;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.removal.DeletionCounts;
import dev.rechat.persistence.removal.DifyDeletionRepository;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DifyDeletionsIT {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/v1");

    @AutoClose
    private final DifySimulator dify = DifySimulator.start();

    @AutoClose
    private final ConversationsHouse house = ConversationsHouse.open();

    private final DifyDeletions deletions = house.bean(DifyDeletions.class);
    private final UserId owner = house.person();
    private final App app = house.app(dify.uri(), DemoApps.CHAT_KEY, "chat");

    @Test
    void deletesEveryThreadOfARemovedConversationBesideTheRequest() {
        String thread = house.ask(app, owner);
        String branch = house.ask(app, owner);
        String kept = house.ask(app, owner);
        Conversation conversation = house.conversation(owner, app.id(), thread);
        house.turn(conversation, branch);

        house.bean(Removals.class).removeOwned(conversation.id(), owner);
        settle();

        assertThat(house.atDify(app, owner, thread)).isFalse();
        assertThat(house.atDify(app, owner, branch)).isFalse();
        assertThat(house.atDify(app, owner, kept)).isTrue();
        assertThat(house.noted()).isEmpty();
    }

    @Test
    void triesAgainAfterGrowingPausesUntilDifyIsBack() {
        String thread = house.ask(app, owner);
        note(app, thread);
        moveTo(app, NOWHERE);

        List<Duration> pauses = List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(12),
                Duration.ofDays(1),
                Duration.ofDays(1));
        for (int i = 0; i < pauses.size(); i++) {
            assertThat(deletions.workOff(10)).isZero();
            assertThat(errors()).containsExactly("dify_unavailable");
            assertThat(attempts()).containsExactly(String.valueOf(i + 1));
            house.clock().forward(pauses.get(i).minusMillis(1));
            assertThat(deletions.workOff(10)).as("not before its time").isZero();
            assertThat(attempts()).containsExactly(String.valueOf(i + 1));
            house.clock().forward(Duration.ofMillis(1));
        }
        moveTo(app, dify.uri());

        assertThat(deletions.workOff(10)).isEqualTo(1);
        assertThat(house.noted()).isEmpty();
        assertThat(house.atDify(app, owner, thread)).isFalse();
    }

    @Test
    void takesWhatDifyDoesNotHaveForDeleted() {
        note(app, UUID.randomUUID().toString());

        assertThat(deletions.workOff(10)).isEqualTo(1);

        assertThat(house.noted()).isEmpty();
    }

    @Test
    void takesAppsWithoutConversationsForDone() {
        App workflow = house.app(NOWHERE, DemoApps.WORKFLOW_KEY, "workflow");
        App changed = house.app(dify.uri(), DemoApps.COMPLETION_KEY, "chat");
        note(workflow, "thread");
        note(changed, UUID.randomUUID().toString());

        assertThat(deletions.workOff(10)).isEqualTo(2);

        assertThat(house.noted()).isEmpty();
    }

    @Test
    void keepsWhatIsRefusedAndTriesItDaily() {
        App refused = house.app(dify.uri(), "app-of-nobody", "chat");
        note(refused, "thread");

        assertThat(deletions.workOff(10)).isZero();
        assertThat(errors()).containsExactly("dify_unauthorized");
        assertThat(counts()).isEqualTo(new DeletionCounts(0, 1));

        house.clock().forward(Duration.ofHours(23));
        deletions.workOff(10);
        assertThat(attempts()).containsExactly("1");
        house.clock().forward(Duration.ofHours(1));
        deletions.workOff(10);
        assertThat(attempts()).containsExactly("2");
    }

    @Test
    void keepsTheThreadsOfAppsThatAreGone() {
        App gone = house.app(dify.uri(), DemoApps.CHAT_KEY, "chat");
        note(gone, "thread");
        house.sql("DELETE FROM dify_apps WHERE id = ?", gone.id());

        deletions.workOff(10);

        assertThat(errors()).containsExactly(DifyDeletionRepository.APP_UNKNOWN);
        assertThat(counts()).isEqualTo(new DeletionCounts(0, 1));
    }

    @Test
    void goesOnWithOtherAppsWhenAKeyDoesNotOpen() {
        App sealed = house.app(dify.uri(), DemoApps.CHAT_KEY, "chat");
        house.sql("UPDATE dify_apps SET api_key_sealed = 'gone:AAAA' WHERE id = ?", sealed.id());
        note(sealed, "thread");
        house.clock().forward(Duration.ofSeconds(1));
        note(app, house.ask(app, owner));

        assertThat(deletions.workOff(10)).isEqualTo(1);

        assertThat(errors()).containsExactly("internal_error");
    }

    @Test
    void asksAnAppThatIsAwayOnceForAllOfItsThreads() {
        App away = house.app(NOWHERE, DemoApps.CHAT_KEY, "chat");
        for (int i = 0; i < 5; i++) {
            note(away, "thread-" + i);
        }
        house.clock().forward(Duration.ofSeconds(1));
        String thread = house.ask(app, owner);
        note(app, thread);

        assertThat(deletions.workOff(2)).as("one attempt each").isEqualTo(1);

        assertThat(house.atDify(app, owner, thread)).isFalse();
        assertThat(attempts()).containsExactly("1", "1", "1", "1", "1");
        assertThat(errors()).containsOnly("dify_unavailable");
        assertThat(counts()).isEqualTo(new DeletionCounts(5, 0));
    }

    @Test
    void countsAThreadAsFailedAfterThreeAttempts() {
        App away = house.app(NOWHERE, DemoApps.CHAT_KEY, "chat");
        note(away, "thread");
        for (int i = 0; i < 2; i++) {
            deletions.workOff(10);
            house.clock().forward(Duration.ofHours(1));
        }
        assertThat(counts()).isEqualTo(new DeletionCounts(1, 0));

        deletions.workOff(10);

        assertThat(counts()).isEqualTo(new DeletionCounts(0, 1));
        assertThat(house.bean(DifyDeletionRepository.class).countOf(house.person()))
                .as("of somebody else")
                .isEqualTo(new DeletionCounts(0, 0));
    }

    @Test
    void tellsDifyWhoseThreadItIsInABody() throws Exception {
        note(app, house.ask(app, owner));

        deletions.workOff(10);

        assertThat(dify.requests().getLast().method()).isEqualTo("DELETE");
        assertThat(dify.requests().getLast().json().path("user").asText()).isEqualTo(owner.toString());
    }

    @Test
    void makesNoMoreAttemptsThanItIsAskedTo() {
        for (int i = 0; i < 4; i++) {
            note(app, UUID.randomUUID().toString());
        }

        assertThat(deletions.workOff(3)).isEqualTo(3);

        assertThat(house.noted()).hasSize(1);
    }

    @Test
    void asksForEachThreadOnceWhenManyWork() throws Exception {
        for (int i = 0; i < 30; i++) {
            note(app, house.ask(app, owner));
        }
        int before = dify.requests().size();
        CountDownLatch start = new CountDownLatch(1);
        try (var other = house.another();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> passes = new ArrayList<>();
            for (DifyDeletions worker : List.of(deletions, other.bean(DifyDeletions.class), deletions)) {
                passes.add(threads.submit(() -> {
                    start.await();
                    return worker.workOff(100);
                }));
            }
            start.countDown();
            int gone = 0;
            for (Future<Integer> pass : passes) {
                gone += pass.get();
            }
            assertThat(gone).isEqualTo(30);
        }
        assertThat(dify.requests()).hasSize(before + 30);
        assertThat(house.noted()).isEmpty();
    }

    @Test
    void hurriesWhenToldTo() {
        note(app, house.ask(app, owner));
        moveTo(app, NOWHERE);
        deletions.workOff(10);
        moveTo(app, dify.uri());

        assertThat(deletions.hurry()).isEqualTo(1);
        settle();

        assertThat(house.noted()).isEmpty();
    }

    private void note(App at, String thread) {
        Conversation conversation = house.conversation(owner, at.id(), thread);
        house.bean(RemovalStore.class).remove(conversation.id(), owner);
    }

    private void moveTo(App moved, URI address) {
        house.sql("UPDATE dify_apps SET base_url = ? WHERE id = ?", address, moved.id());
    }

    private void settle() {
        assertThat(house.bean(Afterwards.class).settle(Duration.ofSeconds(30))).isTrue();
    }

    private DeletionCounts counts() {
        return house.bean(DifyDeletionRepository.class).countOf(owner);
    }

    private List<String> errors() {
        return house.stored("SELECT last_error FROM dify_deletions ORDER BY id");
    }

    private List<String> attempts() {
        return house.stored("SELECT attempts FROM dify_deletions ORDER BY id");
    }
}
