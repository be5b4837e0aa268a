package dev.rechat.runlog.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;

/** Tokens of a day; in spite of its name, as in Dify, no price. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record DailyTokenCost(LocalDate date, long tokenCount) {}
