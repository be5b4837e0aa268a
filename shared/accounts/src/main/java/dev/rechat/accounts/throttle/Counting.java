package dev.rechat.accounts.throttle;

import dev.rechat.persistence.attempt.AttemptCounter;
import dev.rechat.persistence.attempt.AttemptRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of {@link Throttle}. Each holds its rows in the order of its limits: one order everywhere. */
@Singleton
class Counting {

    private final AttemptRepository counters;

    Counting(AttemptRepository counters) {
        this.counters = counters;
    }

    /**
     * One counted attempt.
     *
     * @param blockedUntil until when the next one has to wait because of this one; null when it has not to
     */
    record Counted(Limit limit, @Nullable Instant blockedUntil) {}

    /**
     * What came of an attempt.
     *
     * @param blockedUntil empty when it was counted
     */
    record Outcome(Optional<Instant> blockedUntil, List<Counted> counted) {}

    /** Counts one attempt in all counters, or in none when one of them is blocked. */
    @Transactional
    Outcome count(List<Limit> limits, Instant now) {
        List<Instant> blocks = new ArrayList<>();
        List<AttemptCounter> rows = new ArrayList<>();
        List<Counted> counted = new ArrayList<>();
        for (Limit limit : limits) {
            counters.hold(limit.subject(), now);
            AttemptCounter counter = counters.findHeld(limit.subject()).orElseThrow();
            Instant blockedUntil = counter.blockedUntil();
            if (blockedUntil != null && blockedUntil.isAfter(now)) {
                blocks.add(blockedUntil);
            }
            AttemptCounter row = oneMore(counter, limit.policy(), now);
            rows.add(row);
            counted.add(new Counted(limit, row.blockedUntil()));
        }
        if (blocks.isEmpty()) {
            counters.putAll(rows);
        }
        return new Outcome(blocks.stream().max(Instant::compareTo), counted);
    }

    private static AttemptCounter oneMore(AttemptCounter counter, Policy policy, Instant now) {
        Policy.Count count =
                policy.at(now, counter.attempts(), counter.lastAt()).plusOne();
        return new AttemptCounter(
                counter.subject(), count.attempts(), count.since(), policy.blockedUntil(count.attempts(), now));
    }

    @Transactional
    void succeed(List<Counted> attempt) {
        attempt.forEach(counted -> {
            switch (counted.limit().policy().success()) {
                case FORGETS_ALL -> counters.forget(counted.limit().subject());
                case GIVES_BACK_ITSELF -> giveBack(counted);
                case COUNTS -> {}
            }
        });
    }

    @Transactional
    void withdraw(List<Counted> attempt) {
        attempt.forEach(this::giveBack);
    }

    @Transactional
    void forget(Limit limit) {
        counters.forget(limit.subject());
    }

    private void giveBack(Counted counted) {
        counters.giveBack(counted.limit().subject(), counted.limit().policy().free(), counted.blockedUntil());
    }
}
