package dev.rechat.chat.http;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A budget of a house, of everybody's turns with one app, and what is spent of it today. */
final class HouseBudget {

    private final TurnHouse house;
    private final String id = UUID.randomUUID().toString();

    /** @param amount a day */
    HouseBudget(TurnHouse house, String app, String measure, int amount, int reserve) {
        this.house = house;
        house.house.sql(
                "INSERT INTO budgets (id, name, measure, currency, amount, period, per_person, app_id, reserve, enabled,"
                        + " created_at, updated_at) VALUES (?, 'Ours', ?, '', ?, 'DAY', 0, ?, ?, 1, NOW(3), NOW(3))",
                id,
                measure,
                Integer.toString(amount),
                app,
                Integer.toString(reserve));
    }

    void raise(int amount) {
        house.house.sql("UPDATE budgets SET amount = ? WHERE id = ?", Integer.toString(amount), id);
    }

    /** As if one turn had cost this: today and, as midnight may pass before it is asked for, tomorrow. */
    void spend(int used) {
        LocalDate today = LocalDate.ofInstant(house.first.bean(Clock.class).instant(), ZoneOffset.UTC);
        for (LocalDate day : List.of(today, today.plusDays(1))) {
            house.house.sql(
                    "INSERT INTO budget_counters (budget_id, person, period_start, used, reserved, turns) VALUES (?, '', ?, ?, 0, 1)",
                    id,
                    day.toString(),
                    Integer.toString(used));
        }
    }

    /** "used reserved turns" of the one counter. */
    String counter() throws SQLException {
        try (var connection = house.connect();
                var counters = connection.prepareStatement(
                        "SELECT used, reserved, turns FROM budget_counters WHERE budget_id = ?")) {
            counters.setString(1, id);
            try (var rows = counters.executeQuery()) {
                if (!rows.next()) {
                    return "none";
                }
                return text(rows.getBigDecimal(1)) + " " + text(rows.getBigDecimal(2)) + " " + rows.getLong(3);
            }
        }
    }

    private static String text(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
