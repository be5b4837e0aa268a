package dev.rechat.admin.budget;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetChargeRepository;
import dev.rechat.persistence.budget.BudgetCounter;
import dev.rechat.persistence.budget.BudgetCounterRepository;
import dev.rechat.usage.day.HouseDays;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has been spent of budgets, and by which turns. */
@Singleton
final class Spent {

    /** Before the id of anybody, {@link BudgetCounter#EVERYBODY} aside. */
    private static final String START = "";

    /** Of centuries that calendars and databases agree about. */
    private static final Pattern DAY = Pattern.compile("2\\d{3}-\\d{2}-\\d{2}");

    private final BudgetCounterRepository counters;
    private final BudgetChargeRepository charges;
    private final HouseDays days;
    private final Clock clock;

    Spent(BudgetCounterRepository counters, BudgetChargeRepository charges, HouseDays days, Clock clock) {
        this.counters = counters;
        this.charges = charges;
        this.days = days;
        this.clock = clock;
    }

    /** The id after which a page begins. @throws ValidationException for a cursor of another list */
    static String after(PageRequest request) {
        return request.start().map(Spent::place).orElse(START);
    }

    Page<CounterView> counters(Budget budget, @Nullable String day, PageRequest request) {
        LocalDate start = periodStart(budget, day);
        Instant end = days.beginningOf(budget.period().after(start));
        var rows = budget.perPerson()
                ? counters.listAfter(budget.id(), start, after(request), request.rows())
                : counters.listShared(budget.id(), start);
        return request.page(rows, row -> Cursor.of(row.person()), row -> CounterView.of(budget, start, end, row));
    }

    Page<ChargeView> charges(Budget budget, @Nullable String person, @Nullable String day, PageRequest request) {
        var rows = charges.listAfter(
                budget.id(), person(budget, person), periodStart(budget, day), after(request), request.rows());
        return request.page(rows, row -> Cursor.of(row.turnId().toString()), ChargeView::of);
    }

    private static String person(Budget budget, @Nullable String given) {
        if (budget.perPerson() && given == null) {
            throw new ValidationException("person", "required", "everybody has the amount to themselves: whose?");
        }
        if (!budget.perPerson() && given != null) {
            throw new ValidationException("person", "invalid", "all share this budget");
        }
        try {
            return given == null ? BudgetCounter.EVERYBODY : UserId.of(given).toString();
        } catch (IllegalArgumentException notAnId) {
            throw new ValidationException("person", "invalid", "is no id");
        }
    }

    private LocalDate periodStart(Budget budget, @Nullable String day) {
        return budget.period().startOf(day == null ? days.of(clock.instant()) : read(day));
    }

    private static LocalDate read(String day) {
        try {
            if (DAY.matcher(day).matches()) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeParseException notADay) {
            // as anything else that is none
        }
        throw new ValidationException("period_start", "invalid", "must be a day, as 2026-03-31");
    }

    private static String place(Cursor cursor) {
        try {
            return UUID.fromString(String.join("", cursor.parts())).toString();
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.invalid();
        }
    }
}
