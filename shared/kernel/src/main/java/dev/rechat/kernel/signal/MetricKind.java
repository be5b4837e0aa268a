package dev.rechat.kernel.signal;

/** How a metric is counted, and in which unit CloudWatch has it. */
public enum MetricKind {
    /** Sums up; may start at nothing again when the process does. */
    COUNTER("Count"),
    /** As it is now. */
    GAUGE("Count"),
    /** How often, and how long each time. Prometheus has it in seconds. */
    TIMER("Milliseconds");

    private final String unit;

    MetricKind(String unit) {
        this.unit = unit;
    }

    /** CloudWatch's name of the unit. */
    public String unit() {
        return unit;
    }
}
