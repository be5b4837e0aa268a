package dev.rechat.persistence.budget;

import java.time.LocalDate;
import java.util.Locale;

/** How long an amount lasts, by the calendar of the house. */
public enum BudgetPeriod {
    DAY {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day;
        }

        @Override
        public LocalDate after(LocalDate start) {
            return start.plusDays(1);
        }
    },
    MONTH {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        public LocalDate after(LocalDate start) {
            return start.plusMonths(1);
        }
    };

    /** The first day of the period in which a day lies. */
    public abstract LocalDate startOf(LocalDate day);

    /** The first day of the period after the one that begins then. */
    public abstract LocalDate after(LocalDate start);

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
