package dev.rechat.conversation.importing;

import dev.rechat.kernel.error.ValidationException;

/** Ends a document that brings more than one may. */
final class Counts {

    private int conversations;
    private int messages;

    void conversation(String place) {
        if (++conversations > Limits.CONVERSATIONS) {
            throw new ValidationException(
                    place, "too_long", "there are more than " + Limits.CONVERSATIONS + " conversations");
        }
    }

    void message(String place) {
        if (++messages > Limits.MESSAGES) {
            throw new ValidationException(place, "too_long", "there are more than " + Limits.MESSAGES + " messages");
        }
    }
}
