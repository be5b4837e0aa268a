package dev.rechat.usage.report;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.usage.UsageHouse;
import dev.rechat.usage.ledger.EndedTurn;
import dev.rechat.usage.ledger.TurnCost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns as they come: every end there is, several currencies, figures that are missing, turns that end twice. */
final class Workload {

    private static final List<String> ERRORS = List.of("dify_timeout", "dify_rejected", "dify_unavailable");
    private static final List<String> CURRENCIES = List.of("USD", "USD", "USD", "EUR", "");
    private static final List<String> ZONES = List.of("Europe/Vienna", "America/Los_Angeles", "Asia/Tokyo", "UTC");
    private static final List<TurnStatus> ENDS = List.of(
            TurnStatus.COMPLETED,
            TurnStatus.COMPLETED,
            TurnStatus.COMPLETED,
            TurnStatus.STOPPED,
            TurnStatus.STOP_UNCONFIRMED,
            TurnStatus.FAILED,
            TurnStatus.INTERRUPTED,
            TurnStatus.PAUSED);

    private final UsageHouse house;
    private final Random random;
    final List<AppId> apps;
    final List<UserId> people;

    Workload(UsageHouse house, long seed) {
        this.house = house;
        this.random = new Random(seed);
        IdGenerator ids = house.bean(IdGenerator.class);
        apps = Stream.generate(ids::nextAppId).limit(3).toList();
        people = Stream.generate(ids::nextUserId).limit(5).toList();
    }

    /** Over some days, in a house that moves. */
    void run(int turns) {
        IdGenerator ids = house.bean(IdGenerator.class);
        List<EndedTurn> late = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            if (i % 97 == 50) {
                house.zone('"' + of(ZONES) + '"');
            }
            house.forward(Duration.ofMinutes(random.nextInt(60)));
            EndedTurn turn = turn(ids.nextTurnId(), of(apps), of(people), of(ENDS));
            house.end(turn);
            if (turn.status() == TurnStatus.INTERRUPTED && random.nextBoolean() || random.nextInt(20) == 0) {
                late.add(turn);
            }
        }
        for (EndedTurn first : late) {
            house.end(new EndedTurn(
                    first.id(),
                    first.user(),
                    first.app(),
                    TurnStatus.COMPLETED,
                    null,
                    cost(),
                    first.startedAt(),
                    first.finishedAt().plusSeconds(60)));
        }
    }

    private EndedTurn turn(TurnId id, AppId app, UserId user, TurnStatus status) {
        Instant start = house.bean(java.time.Clock.class).instant();
        String error = switch (status) {
            case FAILED -> of(ERRORS);
            case INTERRUPTED -> "turn_interrupted";
            default -> null;
        };
        TurnCost cost = status == TurnStatus.FAILED && random.nextBoolean() ? TurnCost.UNTOLD : cost();
        return new EndedTurn(id, user, app, status, error, cost, start, start.plusSeconds(random.nextInt(100)));
    }

    private TurnCost cost() {
        String currency = of(CURRENCIES);
        Long prompt = sometimes(() -> random.nextLong(5000));
        Long completion = sometimes(() -> random.nextLong(5000));
        return new TurnCost(
                prompt,
                completion,
                sometimes(() -> (prompt == null ? 0 : prompt) + (completion == null ? 0 : completion)),
                currency.isEmpty() ? null : BigDecimal.valueOf(random.nextLong(1_000_000), 9),
                currency,
                sometimes(() -> (long) Math.exp(random.nextDouble() * 11)),
                random.nextLong(60_000));
    }

    private <T> @Nullable T sometimes(Supplier<T> value) {
        return random.nextInt(8) == 0 ? null : value.get();
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
