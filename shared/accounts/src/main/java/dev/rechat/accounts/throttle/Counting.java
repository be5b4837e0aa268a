package dev.rechat.accounts.throttle;

import dev.rechat.persistence.attempt.AttemptCounter;
import dev.rechat.persistence.attempt.AttemptRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The transactions of {@link Throttle}. Each holds its rows in the order of its limits: one order everywhere. */
@Singleton
class Counting {

    private final AttemptRepository counters;

    Counting(AttemptRepository counters) {
        this.counters = counters;
    }

    /**
     * Counts one attempt in all counters, or in none when one of them is blocked.
     *
     * @return until when it is blocked; empty when it was counted
     */
    @Transactional
    Optional<Instant> count(List<Limit> limits, Instant now) {
        List<Instant> blocks = new ArrayList<>();
        List<AttemptCounter> counted = new ArrayList<>();
        for (Limit limit : limits) {
            counters.hold(limit.subject(), now);
            AttemptCounter counter = counters.findHeld(limit.subject()).orElseThrow();
            Instant blockedUntil = counter.blockedUntil();
            if (blockedUntil != null && blockedUntil.isAfter(now)) {
                blocks.add(blockedUntil);
            }
            counted.add(oneMore(counter, limit.policy(), now));
        }
        if (blocks.isEmpty()) {
            counters.putAll(counted);
        }
        return blocks.stream().max(Instant::compareTo);
    }

    private static AttemptCounter oneMore(AttemptCounter counter, Policy policy, Instant now) {
        Policy.Count count =
                policy.at(now, counter.attempts(), counter.lastAt()).plusOne();
        return new AttemptCounter(
                counter.subject(), count.attempts(), count.since(), policy.blockedUntil(count.attempts(), now));
    }

    @Transactional
    void succeed(List<Limit> limits) {
        limits.forEach(limit -> {
            switch (limit.policy().success()) {
                case FORGETS_ALL -> counters.forget(limit.subject());
                case GIVES_BACK_ITSELF ->
                    counters.giveBack(limit.subject(), limit.policy().free());
                case COUNTS -> {}
            }
        });
    }

    @Transactional
    void withdraw(List<Limit> limits) {
        limits.forEach(
                limit -> counters.giveBack(limit.subject(), limit.policy().free()));
    }
}
