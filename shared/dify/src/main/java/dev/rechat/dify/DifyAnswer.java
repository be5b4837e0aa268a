package dev.rechat.dify;

import dev.rechat.dify.payload.DifyMetadata;
import dev.rechat.dify.payload.WorkflowPause;
import dev.rechat.dify.payload.WorkflowRun;

/** What a blocking generation came to. */
public sealed interface DifyAnswer {

    /** What the answer belongs to. */
    DifyEvent.Context context();

    /** The answer of a chat, chatflow or completion app. */
    record Text(DifyEvent.Context context, DifyMode mode, String answer, DifyMetadata metadata) implements DifyAnswer {}

    /**
     * The result of a workflow app. A run that failed is an answer too: Dify reports it with status 200, so look at
     * {@link WorkflowRun#status()}, which is {@code paused} for one that waits (Dify 1.13+).
     */
    record Run(DifyEvent.Context context, WorkflowRun run) implements DifyAnswer {}

    /**
     * A chatflow that waits for a person (Dify 1.13+).
     *
     * @param answer what it has said so far
     */
    record Paused(DifyEvent.Context context, String answer, WorkflowPause pause) implements DifyAnswer {}
}
