package dev.rechat.chat.openai.answer;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.TurnId;

/**
 * What is known of a turn when its answer begins.
 *
 * @param retold whether the app was told as text what was said before
 */
public record TurnHead(TurnId turn, ConversationId conversation, boolean retold) {}
