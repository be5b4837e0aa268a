package dev.rechat.persistence.usage;

/** How many turns of a row of a report fell where. @param measure one of {@link UsageTally} */
public record UsageCount(UsageGroup group, String measure, String bucket, long turns) {}
