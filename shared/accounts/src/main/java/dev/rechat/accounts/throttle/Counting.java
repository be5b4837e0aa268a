package dev.rechat.accounts.throttle;

import dev.rechat.persistence.attempt.AttemptCounter;
import dev.rechat.persistence.attempt.AttemptRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The transactions of {@link Throttle}. Each holds its rows in the order of their subjects. */
@Singleton
class Counting {

    private final AttemptRepository counters;

    Counting(AttemptRepository counters) {
        this.counters = counters;
    }

    /**
     * Counts one attempt in all counters, or in none when one of them is blocked.
     *
     * @param limits by subject, in order
     * @return until when it is blocked; empty when it was counted
     */
    @Transactional
    Optional<Instant> count(Map<String, Limit> limits, Instant now) {
        List<Instant> blocks = new ArrayList<>();
        Map<String, Policy.Count> counts = new LinkedHashMap<>();
        limits.forEach((subject, limit) -> {
            counters.hold(subject, now);
            AttemptCounter counter = counters.findHeld(subject).orElseThrow();
            Instant blockedUntil = counter.blockedUntil();
            if (blockedUntil != null && blockedUntil.isAfter(now)) {
                blocks.add(blockedUntil);
            }
            counts.put(
                    subject,
                    limit.policy().at(now, counter.attempts(), counter.lastAt()).plusOne());
        });
        if (!blocks.isEmpty()) {
            return blocks.stream().max(Instant::compareTo);
        }
        counts.forEach((subject, count) -> counters.put(
                subject,
                count.attempts(),
                count.since(),
                limits.get(subject).policy().blockedUntil(count.attempts(), now)));
        return Optional.empty();
    }

    @Transactional
    void succeed(Map<String, Limit> limits) {
        limits.forEach((subject, limit) -> {
            switch (limit.policy().success()) {
                case FORGETS_ALL -> counters.forget(subject);
                case GIVES_BACK_ITSELF ->
                    counters.giveBack(subject, limit.policy().free());
                case COUNTS -> {}
            }
        });
    }

    @Transactional
    void withdraw(Map<String, Limit> limits) {
        limits.forEach(
                (subject, limit) -> counters.giveBack(subject, limit.policy().free()));
    }
}
