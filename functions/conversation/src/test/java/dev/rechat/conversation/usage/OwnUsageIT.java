package dev.rechat.conversation.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.usage.ledger.EndedTurn;
import dev.rechat.usage.ledger.TurnCost;
import dev.rechat.usage.ledger.UsageLedger;
import io.micronaut.transaction.TransactionOperations;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnUsageIT {

    private static final String DAYS = "/api/v1/usage?from=2026-03-01&to=2026-03-31";

    private final UserId ada = ConversationServer.person();
    private final UserId bob = ConversationServer.person();
    private final ApiClient client = ConversationServer.as(ada);
    private final AppId desk = ConversationServer.ids().nextAppId();

    @Test
    void tellsWhatOneHasUsedAndNothingOfOthers() {
        ended(ada, "2026-03-01T10:00:00Z", 100);
        ended(ada, "2026-03-02T10:00:00Z", 10);
        ended(bob, "2026-03-01T10:00:00Z", 5000);

        JsonNode page = client.get(DAYS).json();
        JsonNode byApp = client.get(DAYS + "&by=app").json();

        assertThat(page.path("data"))
                .extracting(row -> row.path("day").asText() + " "
                        + row.path("total_tokens").asText())
                .containsExactly("2026-03-02 10", "2026-03-01 100");
        assertThat(byApp.path("data")).hasSize(1);
        assertThat(byApp.path("data").get(0).path("total_tokens").asLong()).isEqualTo(110);
        assertThat(byApp.path("data").get(0).path("cost").toString())
                .isEqualTo("[{\"currency\":\"USD\",\"amount\":\"0.5\"}]");
        assertThat(page.path("time_zone").asText()).isEqualTo("UTC");
        assertThat(byApp.toString()).doesNotContain(bob.toString()).doesNotContain("email");
    }

    @Test
    void cannotBeTurnedToOthers() {
        ended(bob, "2026-03-01T10:00:00Z", 5000);
        ended(bob, "2026-03-02T10:00:00Z", 5000);
        String cursor = ConversationServer.as(bob)
                .get(DAYS + "&limit=1")
                .json()
                .path("next_cursor")
                .asText();

        assertThat(client.get(DAYS + "&user_id=" + bob).json().path("data")).isEmpty();
        assertThat(client.get(DAYS + "&cursor=" + cursor).json().path("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=user", "by=day,user", "sort=size", "cursor=bm9uZQ", "limit=0"})
    void refusesWhatIsNotAboutOneself(String query) {
        assertThat(client.get(DAYS + "&" + query).status()).isEqualTo(400);
    }

    // a bean is asked for by its class, which says nothing of connections; there is one kind of transaction here
    @SuppressWarnings("unchecked")
    private void ended(UserId who, String at, long tokens) {
        TransactionOperations<Connection> transactions = ConversationServer.bean(TransactionOperations.class);
        Instant start = Instant.parse(at);
        var cost = new TurnCost(null, null, tokens, new BigDecimal("0.25"), "USD", 100L, 900L);
        transactions.executeWrite(ending -> {
            ConversationServer.bean(UsageLedger.class)
                    .record(new EndedTurn(
                            ConversationServer.ids().nextTurnId(),
                            who,
                            desk,
                            TurnStatus.COMPLETED,
                            null,
                            cost,
                            start,
                            start.plusSeconds(1)));
            return true;
        });
    }
}
