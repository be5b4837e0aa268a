package dev.rechat.chat.translate;

import dev.rechat.dify.DifyEvent;
import org.jspecify.annotations.Nullable;

/** Dify's names for what a turn became over there, as its events tell them. Not thread-safe. */
public final class DifyIds {

    private @Nullable String conversation;
    private @Nullable String message;
    private @Nullable String task;
    private @Nullable String run;

    /** @return whether this event was the first to name the conversation */
    boolean learnsConversation(DifyEvent.Context context) {
        message = message == null ? context.messageId() : message;
        task = task == null ? context.taskId() : task;
        run = run == null ? context.workflowRunId() : run;
        if (conversation == null && context.conversationId() != null) {
            conversation = context.conversationId();
            return true;
        }
        return false;
    }

    public @Nullable String conversation() {
        return conversation;
    }

    public @Nullable String message() {
        return message;
    }

    /** What stopping the generation takes. */
    public @Nullable String task() {
        return task;
    }

    public @Nullable String run() {
        return run;
    }
}
