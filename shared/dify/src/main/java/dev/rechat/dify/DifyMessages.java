package dev.rechat.dify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to messages once they are answered. Thread-safe; blocks and fails as {@link DifyClient} does. A bean in a
 * Micronaut application. Apps of the modes completion and workflow have none of this but ratings of completions.
 */
public interface DifyMessages {

    /**
     * Questions that a person may want to ask next; a model thinks of them while we wait.
     *
     * @throws DifyRejectedException when the app does not offer them
     */
    List<String> suggestions(DifyApp app, String user, String messageId);

    /**
     * Replaces what the user thinks of an answer.
     *
     * @param rating null to take back what was said
     * @param reason in the user's words
     */
    void rate(DifyApp app, String user, String messageId, @Nullable DifyRating rating, @Nullable String reason);

    /** Lets a model find a title for a conversation. @return the title */
    String nameConversation(DifyApp app, String user, String conversationId);

    /**
     * Deletes a conversation with its messages. Asks once; doing it again after a failure is harmless.
     *
     * @return false when this user has no such conversation (any more)
     * @throws DifyRejectedException with the code {@code not_chat_app} when the app is of a mode that has none
     */
    boolean deleteConversation(DifyApp app, String user, String conversationId);
}
