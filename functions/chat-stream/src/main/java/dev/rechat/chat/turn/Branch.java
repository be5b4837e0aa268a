package dev.rechat.chat.turn;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.conversation.Message;
import org.jspecify.annotations.Nullable;

/**
 * Where in a conversation a turn stands.
 *
 * @param parent the message the question follows; null at the beginning
 * @param question the stored question that is to be answered again; null for a new one
 * @param difyThread the conversation at Dify it is asked in; null for a new one
 * @param untold whether what stands before was never told to Dify: it was imported
 * @param branched whether Dify's thread, which is a line, holds questions that are not on this branch
 */
record Branch(
        @Nullable MessageId parent,
        @Nullable Message question,
        @Nullable String difyThread,
        boolean untold,
        boolean branched) {

    /** The same place, told to Dify in a thread of its own. */
    Branch anew() {
        return new Branch(parent, question, null, false, false);
    }

    static final Branch BEGINNING = new Branch(null, null, null, false, false);
}
