package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What came of a form.
 *
 * @param action the id of the button, empty when nobody has pressed any in time
 * @param inputs values by field
 */
public record FormAnswer(String action, ObjectNode inputs) {

    /** Nobody has answered in time. */
    public boolean timedOut() {
        return action.isEmpty();
    }

    static FormAnswer late() {
        return new FormAnswer("", Json.object());
    }

    /** The text a person has written into a field. */
    public String text(String field) {
        return inputs.path(field).asText("");
    }
}
