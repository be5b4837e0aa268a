package dev.rechat.local.doctor.dify;

import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.payload.DifyUsage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a stream told about itself; nothing of the answer is kept. */
final class Heard {

    /** Stands where bytes were no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private @Nullable Duration run;
    private @Nullable Duration model;
    private @Nullable String failure;
    private boolean garbled;

    void take(DifyEvent event) {
        switch (event) {
            case DifyEvent.Message message -> read(message.answer());
            case DifyEvent.AgentMessage message -> read(message.answer());
            case DifyEvent.TextChunk chunk -> read(chunk.text());
            case DifyEvent.MessageEnd end -> model = made(end.metadata().usage());
            case DifyEvent.WorkflowFinished finished -> {
                run = finished.run().elapsedTime();
                if ("failed".equals(finished.run().status())) {
                    failure = "workflow_failed";
                }
            }
            case DifyEvent.Error error -> failure = error.code() == null ? "" : error.code();
            default -> {}
        }
    }

    /** How long Dify was at it from the first event to the last; null when it did not tell. */
    @Nullable
    Duration told() {
        return run == null ? model : run;
    }

    /** Dify's code, empty where there was none; null when nothing failed. */
    @Nullable
    String failure() {
        return failure;
    }

    boolean garbled() {
        return garbled;
    }

    private void read(String text) {
        garbled |= text.indexOf(REPLACEMENT) >= 0;
    }

    /** From the model's first token to its last. */
    private static @Nullable Duration made(@Nullable DifyUsage usage) {
        if (usage == null) {
            return null;
        }
        Duration generated = usage.timeToGenerate();
        Duration latency = usage.latency();
        Duration first = usage.timeToFirstToken();
        if (generated != null || latency == null || first == null) {
            return generated;
        }
        return latency.minus(first);
    }
}
