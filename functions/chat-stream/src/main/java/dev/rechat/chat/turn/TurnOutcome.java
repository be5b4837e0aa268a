package dev.rechat.chat.turn;

import dev.rechat.chat.translate.DifyIds;
import dev.rechat.chat.translate.Forms;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.usage.budget.TurnCost;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a turn ended and what it left.
 *
 * @param text the answer as far as it came
 * @param usage as JSON
 * @param cost what counts against budgets
 * @param forms that the run waits for
 * @param title that the conversation is to have now
 */
record TurnOutcome(
        TurnStatus status,
        String text,
        @Nullable String usage,
        TurnCost cost,
        DifyIds.Known dify,
        @Nullable ErrorCode error,
        List<StoredFile> files,
        List<Forms.Open> forms,
        Optional<Title> title) {

    /** @param first the one that is replaced, unless its owner has done so */
    record Title(String first, String better) {}
}
