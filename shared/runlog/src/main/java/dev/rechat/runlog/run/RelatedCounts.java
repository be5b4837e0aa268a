package dev.rechat.runlog.run;

/** How many records belong to some runs, or went with them. Trigger logs are Dify's own; ReChat has none. */
public record RelatedCounts(
        long runs, long nodeExecutions, long offloads, long appLogs, long pauses, long pauseReasons) {

    public static final RelatedCounts NONE = new RelatedCounts(0, 0, 0, 0, 0, 0);

    public RelatedCounts plus(RelatedCounts other) {
        return new RelatedCounts(
                runs + other.runs,
                nodeExecutions + other.nodeExecutions,
                offloads + other.offloads,
                appLogs + other.appLogs,
                pauses + other.pauses,
                pauseReasons + other.pauseReasons);
    }
}
