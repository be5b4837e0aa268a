package dev.rechat.runlog.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteQueueTest {

    private static final long PLENTY = 1_000_000;

    private final WriteQueue queue = new WriteQueue(3, PLENTY);

    private List<LogEntry> all() {
        return queue.take(100, PLENTY);
    }

    @Test
    void putsANewerStateInPlaceOfAnOlderOne() {
        queue.offer(Told.run("a", RunStatus.RUNNING));
        queue.offer(Told.run("a", RunStatus.SUCCEEDED));

        assertThat(all()).containsExactly(Told.run("a", RunStatus.SUCCEEDED));
    }

    @Test
    void neverPutsAStateInPlaceOfAnEnd() {
        queue.offer(Told.run("a", RunStatus.SUCCEEDED));
        queue.offer(Told.run("a", RunStatus.RUNNING));

        assertThat(all()).containsExactly(Told.run("a", RunStatus.SUCCEEDED));
    }

    @Test
    void refusesMoreRecordsThanItHolds() {
        assertThat(List.of("a", "b", "c"))
                .allSatisfy(id ->
                        assertThat(queue.offer(Told.run(id, RunStatus.RUNNING))).isEqualTo(WriteQueue.Offer.TAKEN));

        assertThat(queue.offer(Told.run("d", RunStatus.RUNNING))).isEqualTo(WriteQueue.Offer.REFUSED);
        assertThat(queue.offer(Told.run("c", RunStatus.FAILED))).isEqualTo(WriteQueue.Offer.TAKEN);
        assertThat(queue.size()).isEqualTo(3);
    }

    @Test
    void leavesContentOutBeforeItRefuses() {
        WriteQueue small = new WriteQueue(100, 3000);
        String large = "\"" + "x".repeat(2000) + "\"";

        assertThat(small.offer(Told.node("n", NodeStatus.SUCCEEDED, large))).isEqualTo(WriteQueue.Offer.TAKEN_BARE);
        assertThat(small.offer(Told.node("o", NodeStatus.SUCCEEDED, null))).isEqualTo(WriteQueue.Offer.TAKEN);
        assertThat(small.offer(Told.node("p", NodeStatus.SUCCEEDED, null))).isEqualTo(WriteQueue.Offer.REFUSED);
        assertThat(small.take(100, PLENTY))
                .containsExactly(
                        Told.node("n", NodeStatus.SUCCEEDED, null), Told.node("o", NodeStatus.SUCCEEDED, null));
        assertThat(small.offer(Told.node("p", NodeStatus.SUCCEEDED, null))).isEqualTo(WriteQueue.Offer.TAKEN);
    }

    @Test
    void givesTheOldestWithinALimit() {
        queue.offer(Told.run("a", RunStatus.RUNNING));
        queue.offer(Told.run("b", RunStatus.RUNNING));
        queue.offer(Told.run("c", RunStatus.RUNNING));

        assertThat(queue.take(2, PLENTY)).extracting(entry -> entry.slot().id()).containsExactly("a", "b");
        assertThat(queue.take(2, 1)).extracting(entry -> entry.slot().id()).containsExactly("c");
    }

    @Test
    void takesBackWhatCouldNotBeWrittenBeforeTheRest() {
        queue.offer(Told.run("a", RunStatus.RUNNING));
        queue.offer(Told.run("b", RunStatus.RUNNING));
        List<LogEntry> taken = queue.take(2, PLENTY);
        queue.offer(Told.run("c", RunStatus.RUNNING));
        queue.offer(Told.run("a", RunStatus.FAILED));

        queue.giveBack(taken);

        assertThat(all())
                .containsExactly(
                        Told.run("b", RunStatus.RUNNING),
                        Told.run("c", RunStatus.RUNNING),
                        Told.run("a", RunStatus.FAILED));
    }

    @Test
    void takesBackAnEndThoughAnotherStateHasComeSince() {
        queue.offer(Told.run("a", RunStatus.SUCCEEDED));
        List<LogEntry> taken = all();
        queue.offer(Told.run("a", RunStatus.RUNNING));

        queue.giveBack(taken);

        assertThat(all()).containsExactly(Told.run("a", RunStatus.SUCCEEDED));
    }
}
