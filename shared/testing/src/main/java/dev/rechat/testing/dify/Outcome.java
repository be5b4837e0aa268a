package dev.rechat.testing.dify;

import java.util.List;
import java.util.function.Function;

/** How the making of an answer ended. */
sealed interface Outcome {

    /** All was said. */
    record Succeeded() implements Outcome {}

    /** Somebody called stop. */
    record Stopped() implements Outcome {}

    /** The model call failed. */
    record Failed(String code, int status, String message) implements Outcome {}

    /** An error event was the last word; no end event follows. */
    record Broken(String message) implements Outcome {}

    /**
     * A person has to fill in a form first.
     *
     * @param rest what is left of the script, to be played after {@code then}
     */
    record Paused(OpenForm form, Function<FormAnswer, Script> then, List<Step> rest) implements Outcome {}

    /** Nobody is there to hear more: the client left, the connection was cut or the simulator closed. */
    record Abandoned() implements Outcome {}
}
