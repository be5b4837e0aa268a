package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** One thing a scripted answer does. {@link Script} makes them. */
sealed interface Step {

    /** A piece of answer text in the event of the app's mode. */
    record Text(String delta) implements Step {}

    /** The same, each byte in a chunk of its own. */
    record SplitText(String delta) implements Step {}

    /** An event with the mode's wrapper fields; given fields win. */
    record Event(String name, ObjectNode fields) implements Step {}

    /** Bytes as they are. */
    record Bytes(ByteBuffer bytes) implements Step {}

    record Ping() implements Step {}

    /** That many pieces of text that far apart, each the time at which it was sent. */
    record Timed(int count, Duration pace) implements Step {}

    record Replace(String answer) implements Step {}

    /** A thought of an agent with one tool call. */
    record Thought(String thought, String tool, String input, String observation) implements Step {}

    /** The answer rests on that many pieces of knowledge. */
    record Cite(int sources) implements Step {}

    /** The answer brings these. */
    record Files(List<UploadedFile> files) implements Step {}

    /** That many nodes starting and finishing. */
    record Nodes(int count) implements Step {}

    record Pause(Gate gate) implements Step {}

    record Delay(Duration duration) implements Step {}

    /**
     * A person has to fill in a form.
     *
     * @param then what is played after the answer and before the steps that follow this one
     */
    record Form(HumanForm form, Function<FormAnswer, Script> then) implements Step {}

    /** The model call fails: an error event, or a failed node in a graph. */
    record ModelError(String code, int status, String message) implements Step {}

    /** The connection breaks, which a worker does not notice. */
    record Cut() implements Step {}

    /** The client hears nothing more with its connection open, which a worker does not notice. */
    record Mute() implements Step {}

    /** Nothing more is sent, not even pings, and the connection stays open. */
    record Silence() implements Step {}
}
