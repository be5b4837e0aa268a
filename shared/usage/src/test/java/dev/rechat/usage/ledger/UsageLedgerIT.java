package dev.rechat.usage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.usage.UsageHouse;
import io.micronaut.transaction.exceptions.IllegalTransactionStateException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UsageLedgerIT {

    private static final Instant START = Instant.parse("2026-03-01T23:30:00Z");
    private static final String SUMS =
            "SELECT day, currency, turns, completed, interrupted, total_tokens, FORMAT(price, 2) FROM usage_daily ORDER BY day, currency";
    private static final String TALLIES =
            "SELECT day, measure, bucket, turns FROM usage_tallies ORDER BY day, measure, bucket";

    @AutoClose
    private final UsageHouse house = new UsageHouse();

    private final IdGenerator ids = house.bean(IdGenerator.class);
    private final TurnId turn = ids.nextTurnId();
    private final UserId ada = ids.nextUserId();
    private final AppId desk = ids.nextAppId();

    private EndedTurn ended(TurnId id, TurnStatus status, @Nullable String error, TurnCost cost) {
        return new EndedTurn(id, ada, desk, status, error, cost, START, START.plusSeconds(9));
    }

    private static TurnCost told(long tokens, String price, String currency, long firstTokenMs) {
        return new TurnCost(
                tokens / 3, tokens - tokens / 3, tokens, new BigDecimal(price), currency, firstTokenMs, 9000L);
    }

    @Test
    void addsATurnToItsDay() {
        house.end(ended(turn, TurnStatus.COMPLETED, null, told(30, "0.5", "USD", 100)));

        assertThat(house.rows(SUMS)).containsExactly(List.of("2026-03-01", "USD", "1", "1", "0", "30", "0.50"));
        assertThat(house.rows(TALLIES)).containsExactly(List.of("2026-03-01", "first_token", "103", "1"));
    }

    @Test
    void correctsWhatItWroteOfATurnThatWasInterruptedAndThenBroughtItsAnswer() {
        house.end(ended(ids.nextTurnId(), TurnStatus.COMPLETED, null, told(3, "0.25", "USD", 100)));
        house.end(ended(turn, TurnStatus.INTERRUPTED, "turn_interrupted", TurnCost.UNTOLD));
        assertThat(house.rows("SELECT measure, bucket FROM usage_tallies ORDER BY measure"))
                .containsExactly(List.of("error", "turn_interrupted"), List.of("first_token", "103"));

        house.end(ended(turn, TurnStatus.COMPLETED, null, told(30, "0.5", "USD", 100)));

        assertThat(house.rows(SUMS)).containsExactly(List.of("2026-03-01", "USD", "2", "2", "0", "33", "0.75"));
        assertThat(house.rows(TALLIES)).containsExactly(List.of("2026-03-01", "first_token", "103", "2"));
        assertThat(house.rows("SELECT status, total_tokens FROM turn_usage WHERE turn_id = '" + turn + "'"))
                .containsExactly(List.of("COMPLETED", "30"));
    }

    @Test
    void leavesATurnOnTheDayItWasFirstWrittenDownOn() {
        house.end(ended(turn, TurnStatus.INTERRUPTED, "turn_interrupted", TurnCost.UNTOLD));
        house.zone("\"Asia/Tokyo\"");

        house.end(ended(turn, TurnStatus.COMPLETED, null, told(30, "0.5", "EUR", 100)));
        house.end(ended(ids.nextTurnId(), TurnStatus.COMPLETED, null, told(3, "0.5", "EUR", 100)));

        assertThat(house.rows(SUMS))
                .containsExactly(
                        List.of("2026-03-01", "EUR", "1", "1", "0", "30", "0.50"),
                        List.of("2026-03-02", "EUR", "1", "1", "0", "3", "0.50"));
    }

    @Test
    void countsATurnOnceHoweverOftenItEnds() {
        for (TurnStatus status : List.of(TurnStatus.STOPPED, TurnStatus.COMPLETED, TurnStatus.INTERRUPTED)) {
            house.end(ended(turn, status, null, told(30, "0.5", "USD", 100)));
        }

        assertThat(house.rows(SUMS)).containsExactly(List.of("2026-03-01", "USD", "1", "0", "0", "30", "0.50"));
        assertThat(house.rows("SELECT status FROM turn_usage")).containsExactly(List.of("STOPPED"));
    }

    @Test
    void losesNothingWhenManyEndAtOnce() throws Exception {
        int many = 200;
        List<Callable<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            TurnId id = ids.nextTurnId();
            String error = i % 2 == 0 ? null : "dify_timeout";
            TurnStatus status = error == null ? TurnStatus.COMPLETED : TurnStatus.FAILED;
            long first = 100L * (i % 7);
            ends.add(() -> {
                house.end(ended(id, TurnStatus.INTERRUPTED, "turn_interrupted", TurnCost.UNTOLD));
                house.end(ended(id, status, error, told(10, "0.1", "USD", first)));
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> end : threads.invokeAll(ends)) {
                end.get();
            }
        }

        assertThat(house.rows(SUMS)).containsExactly(List.of("2026-03-01", "USD", "200", "100", "0", "2000", "20.00"));
        assertThat(house.rows("SELECT measure, SUM(turns) FROM usage_tallies GROUP BY measure ORDER BY measure"))
                .containsExactly(List.of("error", "100"), List.of("first_token", "200"));
    }

    @Test
    void writesOnlyWithinTheTransactionThatEndsTheTurn() {
        assertThatThrownBy(() ->
                        house.bean(UsageLedger.class).record(ended(turn, TurnStatus.COMPLETED, null, TurnCost.UNTOLD)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
