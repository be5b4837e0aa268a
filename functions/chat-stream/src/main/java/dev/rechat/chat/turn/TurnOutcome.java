package dev.rechat.chat.turn;

import dev.rechat.chat.translate.DifyIds;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.turn.TurnStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a turn ended and what it left.
 *
 * @param text the answer as far as it came
 * @param usage as JSON
 */
record TurnOutcome(
        TurnStatus status,
        String text,
        @Nullable String usage,
        DifyIds.Known dify,
        @Nullable ErrorCode error) {}
