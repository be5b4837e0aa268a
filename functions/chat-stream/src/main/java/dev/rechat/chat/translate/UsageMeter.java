package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.dify.payload.DifyUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the answer cost: tokens and price as Dify tells them, times as the person felt them. */
final class UsageMeter {

    private static final long NANOS = 1_000_000;

    /** Beyond any price; written out, a scale can become a gigabyte. */
    private static final int MOST_DIGITS = 100;

    private static final int MOST_BITS = 400;

    private final LongSupplier nanoTime;
    private final long asked;
    private final boolean textKnown;
    private @Nullable Long firstTokenMs;
    private @Nullable DifyUsage usage;
    private @Nullable Long totalTokens;

    /**
     * @param waited how long ago the person has asked
     * @param textKnown whether they have words already: when the first came is not known here then
     */
    UsageMeter(LongSupplier nanoTime, Duration waited, boolean textKnown) {
        this.nanoTime = nanoTime;
        this.asked = nanoTime.getAsLong() - Math.max(0, waited.toMillis()) * NANOS;
        this.textKnown = textKnown;
    }

    void text() {
        if (firstTokenMs == null && !textKnown) {
            firstTokenMs = elapsedMs();
        }
    }

    void usage(@Nullable DifyUsage told) {
        if (told != null) {
            usage = told;
        }
    }

    void totalTokens(@Nullable Long told) {
        totalTokens = told;
    }

    private long elapsedMs() {
        return (nanoTime.getAsLong() - asked) / NANOS;
    }

    TurnEvent.Usage reading() {
        DifyUsage told = usage;
        if (told == null) {
            return new TurnEvent.Usage(null, null, totalTokens, null, null, elapsedMs(), firstTokenMs);
        }
        return new TurnEvent.Usage(
                told.promptTokens(),
                told.completionTokens(),
                told.totalTokens(),
                text(told.totalPrice()),
                told.currency(),
                elapsedMs(),
                firstTokenMs);
    }

    /** Null as well for what cannot be a price. */
    private static @Nullable String text(@Nullable BigDecimal price) {
        if (price == null
                || Math.abs((long) price.scale()) > MOST_DIGITS
                || price.unscaledValue().bitLength() > MOST_BITS) {
            return null;
        }
        return price.toPlainString();
    }
}
