package dev.rechat.persistence.usage;

import java.math.BigDecimal;

/** Where a page of a report begins: after this group, which stands at this value of the sort. */
public record UsagePlace(BigDecimal value, UsageGroup group) {}
