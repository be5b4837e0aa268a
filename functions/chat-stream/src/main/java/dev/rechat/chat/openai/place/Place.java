package dev.rechat.chat.openai.place;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Where a question stands.
 *
 * @param conversation null to begin one
 * @param parent as in a question of ours: an answer to ask after, a question to have answered again, the nil UUID for the
 *     beginning; null for after the newest
 * @param again whether the parent is a question, which is to be answered again
 * @param systemKnown whether the same instructions went along with what it continues
 * @param temporary whether the conversation that it begins is
 */
public record Place(
        @Nullable ConversationId conversation,
        @Nullable MessageId parent,
        boolean again,
        boolean systemKnown,
        boolean temporary) {

    static final Place NEW = new Place(null, null, false, false, false);
    static final Place ASIDE = new Place(null, null, false, false, true);
}
