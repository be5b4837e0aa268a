package dev.rechat.local.doctor.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** When the events of one stream came; the time begins with the question. */
public final class Arrivals {

    /** What comes this close together came together: tokens of a fast model are further apart. */
    private static final Duration TOGETHER = Duration.ofMillis(2);

    /** An answer that took less tells nothing. */
    private static final Duration LONG_ENOUGH = Duration.ofMillis(800);

    private static final int HELD_BACK_PART = 4;
    private static final int FEW = 5;
    private static final int MANY = 30;
    private static final Duration PER_EVENT_IN_CLUMPS = Duration.ofMillis(8);

    private final LongSupplier clock;
    private final long begun;
    private final List<Long> times = new ArrayList<>();

    /** @param clock nanoseconds, as {@link System#nanoTime} */
    public Arrivals(LongSupplier clock) {
        this.clock = clock;
        this.begun = clock.getAsLong();
    }

    public void event() {
        times.add(clock.getAsLong() - begun);
    }

    public int events() {
        return times.size();
    }

    /** From the question to the first event; zero when none came. */
    public Duration first() {
        return times.isEmpty() ? Duration.ZERO : Duration.ofNanos(times.getFirst());
    }

    /** From the question to the last event. */
    public Duration last() {
        return times.isEmpty() ? Duration.ZERO : Duration.ofNanos(times.getLast());
    }

    /** From the first event to the last. */
    public Duration span() {
        return last().minus(first());
    }

    /** From the last event to now. */
    public Duration silence() {
        return Duration.ofNanos(clock.getAsLong() - begun).minus(last());
    }

    public Duration longestGap() {
        return gaps().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /**
     * What the times say.
     *
     * @param told how long it took, by whoever made the events, from the first to the last of them; null when they did not
     *     tell
     */
    public Delivery delivery(@Nullable Duration told) {
        if (told != null) {
            if (told.compareTo(LONG_ENOUGH) < 0) {
                return Delivery.TOO_QUICK;
            }
            if (span().multipliedBy(HELD_BACK_PART).compareTo(told) < 0) {
                return Delivery.HELD_BACK;
            }
        }
        if (last().compareTo(LONG_ENOUGH) < 0) {
            return Delivery.TOO_QUICK;
        }
        if (told == null && events() >= FEW && span().multipliedBy(10).compareTo(last()) < 0) {
            return Delivery.UNCLEAR;
        }
        return clumped() ? Delivery.IN_CLUMPS : Delivery.AS_MADE;
    }

    /** Most came right behind another one, and yet it took a while. */
    private boolean clumped() {
        if (events() < MANY || span().dividedBy(events()).compareTo(PER_EVENT_IN_CLUMPS) < 0) {
            return false;
        }
        long behindAnother =
                gaps().stream().filter(gap -> gap.compareTo(TOGETHER) < 0).count();
        return behindAnother * 10 >= events() * 8L;
    }

    private List<Duration> gaps() {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(Duration.ofNanos(times.get(i) - times.get(i - 1)));
        }
        return gaps;
    }
}
