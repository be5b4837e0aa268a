package dev.rechat.conversation.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.testing.api.ApiClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnBudgetsIT {

    private static final String PATH = "/api/v1/usage/budgets";

    private final UserId ada = ConversationServer.person();
    private final ApiClient client = ConversationServer.as(ada);

    private static String budget(UserId of, String measure, String currency, String period) {
        String id = ConversationServer.ids().nextBudgetId().toString();
        ConversationServer.sql(
                "INSERT INTO budgets (id, name, measure, currency, amount, period, per_person, user_id, reserve, enabled,"
                        + " created_at, updated_at) VALUES (?, 'Mine', ?, ?, 10, ?, 0, ?, 1, 1, NOW(3), NOW(3))",
                id,
                measure,
                currency,
                period,
                of.toString());
        return id;
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(ConversationServer.bean(Clock.class).instant(), ZoneOffset.UTC);
    }

    @Test
    void showWhatIsLeftAndWhenTheyBeginAnew() {
        String id = budget(ada, "MONEY", "USD", "DAY");
        budget(ada, "TURNS", "", "MONTH");
        LocalDate before = today();
        for (LocalDate day : List.of(before, before.plusDays(1))) { // midnight may pass
            ConversationServer.sql(
                    "INSERT INTO budget_counters (budget_id, person, period_start, used, reserved, turns) VALUES (?, '', ?, 2.5, 0.5, 3)",
                    id,
                    day.toString());
        }

        JsonNode page = client.get(PATH).json();

        JsonNode dollars = page.path("data").get(0);
        LocalDate today = LocalDate.parse(dollars.path("resets_at").asText().substring(0, 10))
                .minusDays(1);
        assertThat(today).isBetween(before, today());
        assertThat(dollars.toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"name\":\"Mine\",\"measure\":\"money\",\"currency\":\"USD\","
                        + "\"period\":\"day\",\"shared\":false,\"limit\":\"10\",\"used\":\"2.5\",\"reserved\":\"0.5\","
                        + "\"left\":\"7\",\"resets_at\":\"" + today.plusDays(1) + "T00:00:00.000Z\"}");
        JsonNode turns = page.path("data").get(1);
        assertThat(turns.path("used").asText()).isEqualTo("0");
        assertThat(turns.path("left").asText()).isEqualTo("10");
        assertThat(turns.path("resets_at").asText())
                .isEqualTo(today.plusMonths(1).withDayOfMonth(1) + "T00:00:00.000Z");
        assertThat(page.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void comeInPages() {
        budget(ada, "TURNS", "", "DAY");
        String second = budget(ada, "TURNS", "", "DAY");

        JsonNode page = client.get(PATH + "?limit=1").json();

        JsonNode rest = client.get(PATH + "?cursor=" + page.path("next_cursor").asText())
                .json();
        assertThat(rest.path("data")).hasSize(1);
        assertThat(rest.at("/data/0/id").asText()).isEqualTo(second);
        assertThat(client.get(PATH + "?cursor=bm9uZQ").status()).isEqualTo(400);
    }

    @Test
    void areNobodyElses() {
        budget(ada, "TURNS", "", "DAY");

        assertThat(ConversationServer.as(ConversationServer.person())
                        .get(PATH)
                        .json()
                        .path("data"))
                .isEmpty();
        assertThat(ConversationServer.anonymous().get(PATH).status()).isEqualTo(401);
    }
}
