package dev.rechat.chat.openai.place;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.TurnId;

/** What has become of an earlier attempt of the same request. */
public sealed interface Attempt {

    /** Its answer is there, or is being made. */
    record Answered(TurnId turn, ConversationId conversation) implements Attempt {}

    /** It has come to nothing. @param place where it is asked again */
    record Failed(Place place) implements Attempt {}
}
