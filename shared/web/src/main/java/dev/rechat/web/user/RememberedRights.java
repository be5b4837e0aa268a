package dev.rechat.web.user;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Rights of the last half minute. A map of ours and no cache library: it needs one age and one bound, and Caffeine finds the
 * classes it is made of by name at run time, which every native image would have to be told.
 *
 * <p>Only what is whole is remembered: nobody waits for what they have just put right, such as an address that is verified
 * now, and strangers who guess leave nothing here.
 */
@Singleton
final class RememberedRights {

    private static final int MOST = 10_000;

    private record Entry(Rights rights, Instant since) {}

    private final ConcurrentMap<Bearer, Entry> entries = new ConcurrentHashMap<>();
    private final Duration age;
    private final Clock clock;

    RememberedRights(AccessConfiguration configuration, Clock clock) {
        this.age = configuration.standingAge();
        this.clock = clock;
    }

    Optional<Rights> find(Bearer bearer) {
        Entry entry = entries.get(bearer);
        return entry != null && fresh(entry, clock.instant()) ? Optional.of(entry.rights()) : Optional.empty();
    }

    /** Asks again; what holds counts from the moment of the question. */
    Optional<Rights> refresh(Bearer bearer, Function<Bearer, Optional<Rights>> source) {
        Instant asked = clock.instant();
        Optional<Rights> rights = source.apply(bearer);
        rights.filter(whole -> whole.obstacle() == null)
                .ifPresentOrElse(whole -> put(bearer, new Entry(whole, asked)), () -> entries.remove(bearer));
        return rights;
    }

    private void put(Bearer bearer, Entry entry) {
        if (entries.size() >= MOST) {
            entries.values().removeIf(other -> !fresh(other, entry.since()));
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(bearer, entry);
    }

    /** A clock that was set back makes an entry old, not eternal. */
    private boolean fresh(Entry entry, Instant now) {
        Duration passed = Duration.between(entry.since(), now);
        return !passed.isNegative() && passed.compareTo(age) < 0;
    }
}
