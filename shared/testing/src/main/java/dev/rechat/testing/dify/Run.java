package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.testing.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One answer in the making: its identity, what was said so far, and the line to the client. */
final class Run {

    private final AppState state;
    private final GenerationRequest request;
    private final String conversationId;
    private final String reportedConversationId;
    private final EngineVariant variant;
    private final Broadcast broadcast = new Broadcast();
    private final RunSignals signals;
    private volatile EventSink sink;
    private volatile boolean muted;
    private final String taskId = UUID.randomUUID().toString();
    private final String messageId = UUID.randomUUID().toString();
    private final String workflowRunId = UUID.randomUUID().toString();
    private final Instant startedAt = Instant.now();
    private final StringBuilder answer = new StringBuilder();
    private final ArrayNode thoughts = Json.array();
    private volatile ArrayNode citations;
    private volatile List<UploadedFile> files = List.of();

    Run(
            AppState state,
            GenerationRequest request,
            String conversationId,
            Optional<String> reportedConversationId,
            EngineVariant variant,
            Timing timing,
            EventSink sink) {
        this.state = state;
        this.request = request;
        this.conversationId = conversationId;
        this.reportedConversationId = reportedConversationId.orElse(conversationId);
        this.variant = variant;
        this.sink = sink;
        this.citations = Citations.of(request.app());
        this.signals = new RunSignals(timing, this::ping);
    }

    AppState state() {
        return state;
    }

    GenerationRequest request() {
        return request;
    }

    AppMode mode() {
        return request.app().mode();
    }

    EngineVariant variant() {
        return variant;
    }

    /** Whether a worker apart from the connection does the work. */
    boolean inWorker() {
        return variant == EngineVariant.CELERY && mode().runsGraph();
    }

    RunSignals signals() {
        return signals;
    }

    Broadcast broadcast() {
        return broadcast;
    }

    String conversationId() {
        return conversationId;
    }

    String reportedConversationId() {
        return reportedConversationId;
    }

    String taskId() {
        return taskId;
    }

    String messageId() {
        return messageId;
    }

    String workflowRunId() {
        return workflowRunId;
    }

    Instant startedAt() {
        return startedAt;
    }

    StringBuilder answer() {
        return answer;
    }

    void append(String delta) {
        answer.append(delta);
    }

    ArrayNode thoughts() {
        return thoughts;
    }

    /** What the answer rests on. */
    ArrayNode citations() {
        return citations.deepCopy();
    }

    void cite(int sources) {
        citations = Citations.of(sources);
    }

    /** What the answer brings. */
    List<UploadedFile> files() {
        return files;
    }

    void bring(List<UploadedFile> brought) {
        files = brought;
    }

    Usage usage() {
        return Usage.of(request.text(), answer.toString(), elapsedSeconds());
    }

    double elapsedSeconds() {
        return Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
    }

    /** Takes note when the client goes. Only a worker does not care. */
    void watch(Exchange exchange) {
        exchange.ended().thenAccept(how -> signals.abandon(!inWorker()));
    }

    /** The answer to the client is complete; what comes later is for followers only. */
    void detach() {
        sink = new EventSink.Nowhere();
    }

    /** The client is not told anything any more, nor that there is nothing more to tell. */
    void mute() {
        muted = true;
        detach();
    }

    boolean isMuted() {
        return muted;
    }

    /** An event with the wrapper fields of the mode; an error has no task id. */
    ObjectNode event(String name) {
        ObjectNode event = Json.object().put("event", name);
        if (mode() == AppMode.WORKFLOW) {
            event.put("workflow_run_id", workflowRunId);
        } else {
            if (mode().converses()) {
                event.put("conversation_id", reportedConversationId);
            }
            event.put("message_id", messageId).put("created_at", startedAt.getEpochSecond());
        }
        return name.equals("error") ? event : event.put("task_id", taskId);
    }

    void emit(ObjectNode event) {
        byte[] frame = frame(event);
        if (inWorker()) {
            broadcast.publish(event, frame);
        }
        send(frame);
    }

    /** Sends a frame to the client and to all who follow. */
    void publish(byte[] frame) {
        tellFollowers(frame);
        send(frame);
    }

    void tellFollowers(byte[] frame) {
        if (inWorker()) {
            broadcast.publish(frame);
        }
    }

    /** Sends bytes, be they a frame or not, to the client alone. */
    void send(byte[] bytes) {
        sink.send(bytes);
        signals.keepPace();
    }

    static byte[] frame(ObjectNode event) {
        return ("data: " + Json.compact(event) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a part of a frame, at whatever pace. */
    void sendPart(byte[] bytes) {
        sink.send(bytes);
    }

    /** Sends without waiting for it, at whatever pace. */
    void sendAhead(byte[] bytes) {
        tellFollowers(bytes);
        sink.sendAhead(bytes);
    }

    void ping() {
        tellFollowers(Follower.PING);
        sink.send(Follower.PING);
    }
}
