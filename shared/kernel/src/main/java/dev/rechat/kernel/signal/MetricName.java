package dev.rechat.kernel.signal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every metric there is. Dashboards, alarms and docs/observability.md are compared with it; a name once released stays. In
 * CloudWatch each is in the namespace {@link #NAMESPACE} with the dimension {@code function} (the name of the Lambda
 * function), and once more with its tag where it has one. Prometheus has underscores for the dots, and the ends it wants:
 * {@code rechat_requests_seconds_count}.
 */
public enum MetricName {
    /** Requests and how long their answers took: to the end of the head for a stream. */
    REQUESTS("rechat.requests", MetricKind.TIMER, "outcome"),
    /** From the question's arrival to the first piece of its answer. */
    TURNS_FIRST_TOKEN("rechat.turns.first_token", MetricKind.TIMER, null),
    /** Events of turns, as their readers could see them. */
    TURNS_EVENTS("rechat.turns.events", MetricKind.COUNTER, null),
    /** Turns that this process produces now. */
    TURNS_RUNNING("rechat.turns.running", MetricKind.GAUGE, null),
    TURNS_ENDED("rechat.turns.ended", MetricKind.COUNTER, "status"),
    /** What Dify answered instead of what was asked, or that it did not answer. */
    DIFY_ERRORS("rechat.dify.errors", MetricKind.COUNTER, "code"),
    /** How long a connection to the database was waited for. */
    POOL_WAIT("rechat.pool.wait", MetricKind.TIMER, null),
    /** Processes that answered their first invocation; on Lambda only. */
    COLD_STARTS("rechat.cold_starts", MetricKind.COUNTER, null),
    /** From the start of the process to its first poll, or until it listens. */
    START("rechat.start", MetricKind.TIMER, null),
    /** What became of records of run logs. */
    RUNLOG_RECORDS("rechat.runlog.records", MetricKind.COUNTER, "outcome"),
    /** Records of run logs that are not written yet. */
    RUNLOG_WAITING("rechat.runlog.waiting", MetricKind.GAUGE, null),
    MAINTENANCE_FAILED("rechat.maintenance.failed", MetricKind.COUNTER, "task");

    /** CloudWatch's namespace of all of them. */
    public static final String NAMESPACE = "ReChat";

    /** CloudWatch's dimension of all of them. */
    public static final String FUNCTION = "function";

    private final String text;
    private final MetricKind kind;
    private final @Nullable String tag;

    MetricName(String text, MetricKind kind, @Nullable String tag) {
        this.text = text;
        this.kind = kind;
        this.tag = tag;
    }

    /** The name as Micrometer and CloudWatch have it. */
    public String text() {
        return text;
    }

    public MetricKind kind() {
        return kind;
    }

    /** What it is told apart by. */
    public Optional<String> tag() {
        return Optional.ofNullable(tag);
    }
}
