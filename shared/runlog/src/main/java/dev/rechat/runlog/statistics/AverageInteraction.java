package dev.rechat.runlog.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Runs per person of a day. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record AverageInteraction(LocalDate date, BigDecimal interactions) {}
