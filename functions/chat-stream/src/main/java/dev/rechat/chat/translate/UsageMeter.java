package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.dify.payload.DifyUsage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the answer cost: tokens and price as Dify tells them, times as the person felt them. */
final class UsageMeter {

    private final LongSupplier nanoTime;
    private final long asked;
    private @Nullable Long firstTokenMs;
    private @Nullable DifyUsage usage;
    private @Nullable Long totalTokens;

    UsageMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.asked = nanoTime.getAsLong();
    }

    void text() {
        if (firstTokenMs == null) {
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
        return (nanoTime.getAsLong() - asked) / 1_000_000;
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
                told.totalPrice() == null ? null : told.totalPrice().toPlainString(),
                told.currency(),
                elapsedMs(),
                firstTokenMs);
    }
}
