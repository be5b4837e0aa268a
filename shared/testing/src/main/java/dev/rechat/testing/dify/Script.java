package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the simulator does instead of its demo answer. The events around the answer (start, nodes, end) are made for the
 * mode and variant at hand; the steps are played in between. Immutable: every method returns a longer script.
 */
public final class Script {

    private static final ObjectMapper FIELDS = new ObjectMapper();

    private final List<Step> steps;
    private final List<Step> beforeHead;
    private final Options options;

    /** What cannot be said by a step. */
    private record Options(Optional<Refusal> refusal, Optional<String> conversationId, boolean withoutGraph) {}

    private Script(List<Step> steps, List<Step> beforeHead, Options options) {
        this.steps = List.copyOf(steps);
        this.beforeHead = List.copyOf(beforeHead);
        this.options = options;
    }

    /** An answer without text; add steps to it. */
    public static Script empty() {
        return new Script(List.of(), List.of(), new Options(Optional.empty(), Optional.empty(), false));
    }

    /** An answer in these pieces. */
    public static Script answer(String... deltas) {
        Script script = empty();
        for (String delta : deltas) {
            script = script.text(delta);
        }
        return script;
    }

    /** An HTTP answer instead of a stream. */
    public static Script refuse(int status, String contentType, String body) {
        return refuse(new Refusal(status, Map.of("Content-Type", contentType), body));
    }

    static Script refuse(Refusal refusal) {
        return new Script(List.of(), List.of(), new Options(Optional.of(refusal), Optional.empty(), false));
    }

    /** Adds a piece of answer text, sent as one event. */
    public Script text(String delta) {
        return with(new Step.Text(delta));
    }

    /** Adds a piece of answer text whose bytes travel one by one, so characters arrive in halves. */
    public Script splitText(String delta) {
        return with(new Step.SplitText(delta));
    }

    /**
     * An answer of that many pieces that far apart, for measuring: each is the time at which it was sent, in microseconds
     * since 1970 and always 16 digits, and a space. It keeps to this pace whatever the simulator's own is, and serves a
     * thousand clients at a time.
     */
    public static Script timed(int pieces, Duration pace) {
        return empty().with(new Step.Timed(pieces, pace));
    }

    /** Adds any event; the wrapper fields of the mode are filled in unless the fields name them. */
    public Script event(String name, Map<String, ?> fields) {
        return event(name, FIELDS.<ObjectNode>valueToTree(fields));
    }

    Script event(String name, ObjectNode fields) {
        return with(new Step.Event(name, fields));
    }

    /** Adds a {@code data:} line with this text, be it JSON or not. */
    public Script data(String text) {
        return bytes(("data: " + text + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes as they are. */
    public Script bytes(byte[] bytes) {
        return with(new Step.Bytes(ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer()));
    }

    /** Adds a heartbeat. */
    public Script ping() {
        return with(new Step.Ping());
    }

    /** Adds a {@code message_replace}: the text so far gives way to this one. */
    public Script replace(String answer) {
        return with(new Step.Replace(answer));
    }

    /** Adds an agent's thought and tool call; for agent-chat apps. */
    public Script thought(String thought, String tool, String inputJson, String observation) {
        return with(new Step.Thought(thought, tool, inputJson, observation));
    }

    /** Lets the answer rest on that many pieces of knowledge, whatever the app's author has switched on. */
    public Script citing(int sources) {
        return with(new Step.Cite(sources));
    }

    /** Lets the answer bring files. */
    Script files(List<UploadedFile> files) {
        return with(new Step.Files(List.copyOf(files)));
    }

    /** Adds nodes that start and finish; for chatflow and workflow apps. */
    public Script nodes(int count) {
        return with(new Step.Nodes(count));
    }

    /** Waits there until the gate opens, with heartbeats. */
    public Script pause(Gate gate) {
        return with(new Step.Pause(gate));
    }

    /** Waits that long, with heartbeats. */
    public Script delay(Duration duration) {
        return with(new Step.Delay(duration));
    }

    /**
     * Has a person fill in a form before it goes on. Where nobody can be asked, that is with {@link EngineVariant#LEGACY}
     * and in apps without a graph, it goes on at once as if the first button had been pressed.
     */
    public Script form(HumanForm form) {
        return form(form, answer -> empty());
    }

    /** The same, and what comes next depends on the answer. */
    public Script form(HumanForm form, Function<FormAnswer, Script> then) {
        return with(new Step.Form(form, then));
    }

    /** Lets the model call fail; nothing after it is played. */
    public Script modelError(String code, int status, String message) {
        return with(new Step.ModelError(code, status, message));
    }

    /** Breaks the connection off; what comes after it is played by a worker only, for those who follow the run. */
    public Script cut() {
        return with(new Step.Cut());
    }

    /**
     * Falls silent with the connection open for the client that asked; what comes after it is played by a worker only, for
     * those who follow the run.
     */
    public Script mute() {
        return with(new Step.Mute());
    }

    /** Falls silent with the connection open; nothing after it is played. */
    public Script silence() {
        return with(new Step.Silence());
    }

    /** Holds back even the status line until the gate opens. */
    public Script headAfter(Gate gate) {
        return new Script(steps, List.of(new Step.Pause(gate)), options);
    }

    /** Holds back even the status line that long. */
    public Script headAfter(Duration duration) {
        return new Script(steps, List.of(new Step.Delay(duration)), options);
    }

    /** Reports this conversation in every event, whatever was asked. */
    public Script inConversation(String conversationId) {
        return new Script(
                steps, beforeHead, new Options(options.refusal(), Optional.of(conversationId), options.withoutGraph()));
    }

    /** Answers a chatflow as an annotation or input moderation does: without any workflow event. */
    public Script withoutGraph() {
        return new Script(steps, beforeHead, new Options(options.refusal(), options.conversationId(), true));
    }

    List<Step> steps() {
        return steps;
    }

    List<Step> beforeHead() {
        return beforeHead;
    }

    Optional<Refusal> refusal() {
        return options.refusal();
    }

    Optional<String> conversationId() {
        return options.conversationId();
    }

    boolean answersWithoutGraph() {
        return options.withoutGraph();
    }

    private Script with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Script(longer, beforeHead, options);
    }
}
