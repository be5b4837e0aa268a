package dev.rechat.persistence.search;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;

/**
 * A message that the database takes for a match.
 *
 * @param phrase whether the words stand next to each other in it
 */
public record FoundMessage(ConversationId conversationId, MessageId id, boolean phrase) {}
