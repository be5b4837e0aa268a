package dev.rechat.conversation.search;

import dev.rechat.persistence.search.SearchPosition;
import java.util.List;

/**
 * A part of a history that was looked through.
 *
 * @param found best first
 * @param end its last conversation; where it began when it has none
 * @param more whether there are conversations after it
 */
record Stretch(List<FoundConversation> found, SearchPosition end, boolean more) {

    Stretch {
        found = List.copyOf(found);
    }
}
