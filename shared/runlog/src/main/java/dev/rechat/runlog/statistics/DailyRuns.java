package dev.rechat.runlog.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;

/** Runs of a day. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record DailyRuns(LocalDate date, long runs) {}
