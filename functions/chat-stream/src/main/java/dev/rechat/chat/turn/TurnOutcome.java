package dev.rechat.chat.turn;

import dev.rechat.chat.translate.DifyIds;
import dev.rechat.chat.translate.Forms;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.usage.budget.Spending;
import dev.rechat.usage.ledger.TurnCost;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a turn ended and what it left.
 *
 * @param refused whether it is certain that Dify did nothing
 * @param text the answer as far as it came
 * @param usage as JSON, for the message
 * @param cost the same, for the ledger and for budgets
 * @param forms that the run waits for
 * @param title that the conversation is to have now
 */
record TurnOutcome(
        TurnStatus status,
        boolean refused,
        String text,
        @Nullable String usage,
        TurnCost cost,
        DifyIds.Known dify,
        @Nullable ErrorCode error,
        List<StoredFile> files,
        List<Forms.Open> forms,
        Optional<Title> title) {

    Spending spending() {
        return new Spending(refused, cost);
    }

    /** @param first the one that is replaced, unless its owner has done so */
    record Title(String first, String better) {}
}
