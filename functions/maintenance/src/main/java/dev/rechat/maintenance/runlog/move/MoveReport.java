package dev.rechat.maintenance.runlog.move;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a move.
 *
 * @param openRuns how many runs had not ended in the target, before what was looked at again, and are now as in the source
 * @param refused some of the records that the target will never take
 */
@Serdeable
public record MoveReport(List<Kind> kinds, long openRuns, List<Refusal> refused) {

    public MoveReport {
        kinds = List.copyOf(kinds);
        refused = List.copyOf(refused);
    }

    /** Whether all of it is there. */
    public boolean complete() {
        return kinds.stream().allMatch(kind -> kind.problem() == null && kind.refused() == 0 && !kind.stopped());
    }

    public boolean stopped() {
        return kinds.stream().anyMatch(Kind::stopped);
    }

    /**
     * @param type as {@code RecordType.wire}
     * @param due of a dry run: how many there are to read; else 0
     * @param passes over what came last; the walk over all not counted
     * @param live whether the last pass still found something new: the source is being written to
     * @param stopped whether it was to stop before its end; the same again goes on from there
     * @param problem why it ended early; null when it did not
     */
    @Serdeable
    public record Kind(
            String type,
            long due,
            long read,
            long written,
            long refused,
            int passes,
            boolean live,
            boolean stopped,
            @Nullable String problem) {}

    /** @param reason the store's, without content */
    @Serdeable
    public record Refusal(String type, String id, String reason) {}
}
