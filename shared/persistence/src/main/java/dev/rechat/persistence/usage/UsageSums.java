package dev.rechat.persistence.usage;

/** One row of a report. @param figures with the price in all currencies as they are */
public record UsageSums(UsageGroup group, UsageFigures figures) {}
