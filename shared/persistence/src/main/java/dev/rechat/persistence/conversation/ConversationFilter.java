package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FolderId;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations of a place are meant; what is null does not narrow it.
 *
 * @param tag exactly this word
 */
public record ConversationFilter(
        ConversationPlace place,
        @Nullable AppId app,
        @Nullable FolderId folder,
        @Nullable String tag) {

    /** Everything in a place. */
    public static ConversationFilter all(ConversationPlace place) {
        return new ConversationFilter(place, null, null, null);
    }

    /** Without the tag: what people write is never logged. */
    @Override
    public String toString() {
        return "ConversationFilter[place=" + place + ", app=" + app + ", folder=" + folder + "]";
    }
}
