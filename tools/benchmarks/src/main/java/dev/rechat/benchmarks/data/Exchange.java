package dev.rechat.benchmarks.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question and its answer.
 *
 * @param parentId the answer that the question follows; null for a first one
 * @param seed what the texts are made of
 */
public record Exchange(
        String turnId,
        String questionId,
        String answerId,
        @Nullable String parentId,
        Instant asked,
        Instant answered,
        long seed) {}
