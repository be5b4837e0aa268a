package dev.rechat.persistence.usage;

import java.math.BigDecimal;

/** What a row of a report has cost in one currency. */
public record UsageCost(UsageGroup group, String currency, BigDecimal price) {}
