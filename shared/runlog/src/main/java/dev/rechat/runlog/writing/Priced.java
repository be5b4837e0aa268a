package dev.rechat.runlog.writing;

import dev.rechat.runlog.run.WorkflowRun;
import java.math.BigDecimal;

/** A run with another price. */
final class Priced {

    private Priced() {}

    static WorkflowRun of(WorkflowRun run, BigDecimal price, String currency) {
        return new WorkflowRun(
                run.id(),
                run.tenant(),
                run.appId(),
                run.workflowId(),
                run.type(),
                run.triggeredFrom(),
                run.version(),
                run.inputs(),
                run.inputsTruncated(),
                run.outputs(),
                run.outputsTruncated(),
                run.status(),
                run.evidence(),
                run.error(),
                run.elapsedTime(),
                run.totalTokens(),
                run.totalSteps(),
                run.exceptionsCount(),
                price,
                currency,
                run.createdByRole(),
                run.createdBy(),
                run.createdAt(),
                run.finishedAt(),
                run.turnId(),
                run.conversationId());
    }
}
