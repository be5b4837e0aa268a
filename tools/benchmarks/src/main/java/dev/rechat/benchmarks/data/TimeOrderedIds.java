package dev.rechat.benchmarks.data;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDv7 (RFC 9562, 5.7) of given moments, made of a seeded random; ids of one millisecond ascend as they are made. */
final class TimeOrderedIds {

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** 62 bits less one, so that counting up within a millisecond never overflows. */
    private static final long LOW = 0x1FFF_FFFF_FFFF_FFFFL;

    private final RandomGenerator random;
    private long millis = -1;
    private long high;
    private long low;

    TimeOrderedIds(RandomGenerator random) {
        this.random = random;
    }

    String at(Instant moment) {
        long asked = moment.toEpochMilli();
        if (asked == millis) {
            low++;
        } else {
            millis = asked;
            high = asked << 16 | VERSION | random.nextInt(1 << 12);
            low = random.nextLong() & LOW;
        }
        return new UUID(high, VARIANT | low).toString();
    }
}
