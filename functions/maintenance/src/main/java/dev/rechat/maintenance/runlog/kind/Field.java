package dev.rechat.maintenance.runlog.kind;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One field of a kind of record. @param name as Dify's tables write it */
public record Field<R>(String name, Function<R, @Nullable Object> value) {

    /** Whether both say the same here. Times count to the millisecond, amounts by their value, JSON by what it says. */
    boolean same(R left, R right) {
        Object one = value.apply(left);
        Object other = value.apply(right);
        return Objects.equals(one, other) || one != null && other != null && meanTheSame(one, other);
    }

    private static boolean meanTheSame(Object one, Object other) {
        return switch (one) {
            case Instant time
            when other instanceof Instant otherTime ->
                time.truncatedTo(ChronoUnit.MILLIS).equals(otherTime.truncatedTo(ChronoUnit.MILLIS));
            case Duration length
            when other instanceof Duration otherLength -> length.toMillis() == otherLength.toMillis();
            case BigDecimal amount when other instanceof BigDecimal otherAmount -> amount.compareTo(otherAmount) == 0;
            case JsonText text when other instanceof JsonText otherText -> text.saysTheSame(otherText);
            default -> false;
        };
    }
}
