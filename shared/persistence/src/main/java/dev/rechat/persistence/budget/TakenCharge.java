package dev.rechat.persistence.budget;

import dev.rechat.kernel.id.BudgetId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** Where a turn's charge stands, and by what it is measured. */
@Introspected
public record TakenCharge(
        @IdColumn BudgetId budgetId, String person, LocalDate periodStart, BudgetMeasure measure, String currency) {}
