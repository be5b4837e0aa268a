package dev.rechat.chat.translate;

import dev.rechat.dify.DifyEvent;
import org.jspecify.annotations.Nullable;

/** Dify's names for what a turn became over there, as its events tell them. One thread writes, any may read. */
public final class DifyIds {

    private volatile Known known;

    public DifyIds() {
        this(Known.NOTHING);
    }

    /** @param known from an earlier part of the turn */
    public DifyIds(Known known) {
        this.known = known;
    }

    /** @return whether this event was the first to name the conversation */
    boolean learnsConversation(DifyEvent.Context context) {
        Known before = known;
        if (!before.lacksAnyOf(context)) {
            return false;
        }
        known = new Known(
                before.conversation == null ? context.conversationId() : before.conversation,
                before.message == null ? context.messageId() : before.message,
                before.task == null ? context.taskId() : before.task,
                before.run == null ? context.workflowRunId() : before.run);
        return before.conversation == null && known.conversation != null;
    }

    public Known known() {
        return known;
    }

    /**
     * What is known.
     *
     * @param task what stopping the generation takes
     */
    public record Known(
            @Nullable String conversation,
            @Nullable String message,
            @Nullable String task,
            @Nullable String run) {

        public static final Known NOTHING = new Known(null, null, null, null);

        boolean lacksAnyOf(DifyEvent.Context context) {
            return conversation == null && context.conversationId() != null
                    || message == null && context.messageId() != null
                    || task == null && context.taskId() != null
                    || run == null && context.workflowRunId() != null;
        }
    }
}
