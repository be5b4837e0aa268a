package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.file.TurnFile;
import dev.rechat.chat.file.TurnFiles;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.payload.DifyMetadata;
import dev.rechat.dify.payload.RetrieverResource;
import dev.rechat.dify.payload.WorkflowRun;
import dev.rechat.persistence.file.StoredFile;
import io.micronaut.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One turn's way from Dify's events to ours, and what is to be kept of it. Not thread-safe: it belongs to the turn's
 * producer.
 */
public final class Translation {

    private final JsonMapper json;
    private final @Nullable String expectedConversation;
    private final AnswerText answer;
    private final Nodes nodes;
    private final UsageMeter meter;
    private final Forms forms;
    private final TurnFiles files;
    private final Reasonings reasonings = new Reasonings();
    private final DifyIds ids;
    private final boolean resumed;
    private Ending ending = Ending.completed();

    /** @param expectedConversation the Dify conversation that was to be continued; null for a new one */
    public Translation(JsonMapper json, @Nullable String expectedConversation, TurnFiles files, LongSupplier nanoTime) {
        this(json, expectedConversation, new DifyIds(), Replay.NOTHING, files, false, begun(nanoTime));
    }

    private static UsageMeter begun(LongSupplier nanoTime) {
        return new UsageMeter(nanoTime, Duration.ZERO, false);
    }

    private Translation(
            JsonMapper json,
            @Nullable String expectedConversation,
            DifyIds ids,
            Replay earlier,
            TurnFiles files,
            boolean resumed,
            UsageMeter meter) {
        this.json = json;
        this.expectedConversation = expectedConversation;
        this.ids = ids;
        this.files = files;
        this.resumed = resumed;
        this.answer = new AnswerText(earlier.text());
        this.nodes = new Nodes(earlier.nodes());
        this.forms = new Forms(earlier.forms());
        this.meter = meter;
    }

    /**
     * Goes on with a turn from a run's snapshot: what its readers know already is not told again.
     *
     * @param earlier what the events so far have told
     * @param waited how long ago the turn began
     */
    public static Translation resumed(
            JsonMapper json,
            DifyIds.Known ids,
            Replay earlier,
            TurnFiles files,
            Duration waited,
            LongSupplier nanoTime) {
        var meter = new UsageMeter(nanoTime, waited, !earlier.text().isEmpty());
        return new Translation(json, ids.conversation(), new DifyIds(ids), earlier, files, true, meter);
    }

    /** Goes on from a run's snapshot after the connection broke. @param told what readers know already */
    public Translation resume(Replay told) {
        return new Translation(json, ids.known().conversation(), ids, told, files, true, meter);
    }

    /** Goes on with a run that is followed from the moment it went on: nothing of it is missed. */
    public static Translation continued(
            JsonMapper json, DifyIds.Known ids, Replay earlier, TurnFiles files, LongSupplier nanoTime) {
        return new Translation(json, ids.conversation(), new DifyIds(ids), earlier, files, false, begun(nanoTime));
    }

    /** What the client is to be told of it; empty for what only Dify cares about. */
    public List<TurnEvent> translate(DifyEvent event) {
        List<TurnEvent> told = new ArrayList<>();
        if (ids.learnsConversation(event.context()) && contextLost()) {
            told.add(new TurnEvent.Notice(
                    "context_reset", "The app has lost the earlier conversation and started a new one."));
        }
        told.addAll(toldOf(event));
        return told;
    }

    private boolean contextLost() {
        return expectedConversation != null
                && !expectedConversation.equals(ids.known().conversation());
    }

    private List<TurnEvent> toldOf(DifyEvent event) {
        return switch (event) {
            case DifyEvent.Message message -> append(message.answer());
            case DifyEvent.AgentMessage message -> append(message.answer());
            case DifyEvent.TextChunk chunk -> append(chunk.text());
            case DifyEvent.MessageReplace replace ->
                resumed && replace.reason().isEmpty()
                        ? answer.catchUp(replace.answer())
                        : answer.replace(replace.answer(), replace.reason());
            case DifyEvent.TextReplace replace -> answer.replace(replace.text(), "");
            case DifyEvent.MessageRepeated repeated -> answer.isEmpty() ? append(repeated.answer()) : List.of();
            case DifyEvent.AgentThought thought -> Thoughts.of(thought.thought());
            case DifyEvent.MessageFile file -> "user".equals(file.belongsTo()) ? List.of() : told(files.add(file));
            case DifyEvent.MessageEnd end -> end(end.metadata(), end);
            case DifyEvent.NodeStarted started -> node(nodes.started(started.node()));
            case DifyEvent.NodeFinished finished -> node(nodes.finished(finished.node()));
            case DifyEvent.NodeRetry retry -> node(nodes.retrying(retry.node()));
            case DifyEvent.IterationStarted started -> node(nodes.started(started.iteration()));
            case DifyEvent.IterationCompleted done -> node(nodes.finished(done.iteration()));
            case DifyEvent.LoopStarted started -> node(nodes.started(started.loop()));
            case DifyEvent.LoopCompleted done -> node(nodes.finished(done.loop()));
            case DifyEvent.HumanInputRequired required -> forms.opened(required.form());
            case DifyEvent.HumanInputFormFilled filled ->
                forms.closed(filled.answer().nodeId(), "submitted");
            case DifyEvent.HumanInputFormTimeout timeout ->
                forms.closed(timeout.expiry().nodeId(), "expired");
            case DifyEvent.AgentLog log -> node(nodes.logged(log.entry()));
            case DifyEvent.ReasoningChunk chunk -> reasonings.add(chunk.part());
            case DifyEvent.WorkflowFinished finished -> finish(finished.run());
            case DifyEvent.WorkflowPaused _ -> end(Ending.paused());
            case DifyEvent.Error error -> end(Ending.failed(error.code()));
            case DifyEvent.WorkflowStarted _,
                    DifyEvent.IterationNext _,
                    DifyEvent.LoopNext _,
                    DifyEvent.TtsMessage _,
                    DifyEvent.TtsMessageEnd _,
                    DifyEvent.Ping _,
                    DifyEvent.Unknown _ -> List.of();
        };
    }

    private List<TurnEvent> append(String text) {
        if (!text.isEmpty()) {
            meter.text();
        }
        return answer.append(text);
    }

    private static List<TurnEvent> told(Optional<TurnFile> file) {
        return file.<List<TurnEvent>>map(told -> List.of(TurnEvent.File.of(told)))
                .orElse(List.of());
    }

    private List<TurnEvent> end(DifyMetadata metadata, DifyEvent.MessageEnd end) {
        meter.usage(metadata.usage());
        List<TurnEvent> told = new ArrayList<>();
        end.files().forEach(file -> told.addAll(told(files.add(file))));
        metadata.retrieverResources().forEach(resource -> told.add(citation(resource)));
        return told;
    }

    private static TurnEvent citation(RetrieverResource resource) {
        return new TurnEvent.Citation(
                resource.position() == null ? 0 : resource.position(),
                resource.documentName(),
                resource.datasetName(),
                resource.score(),
                resource.content());
    }

    private List<TurnEvent> node(TurnEvent.Node node) {
        return nodes.knows(node) ? List.of() : List.of(node);
    }

    private List<TurnEvent> finish(WorkflowRun run) {
        meter.totalTokens(run.totalTokens());
        end(Ending.of(run));
        List<TurnEvent> told = new ArrayList<>();
        run.files().forEach(file -> told.addAll(told(files.add(file))));
        told.addAll(wholeText(run));
        return told;
    }

    private List<TurnEvent> wholeText(WorkflowRun run) {
        if (answer.isEmpty()) {
            return append(WorkflowText.of(run.outputs(), json));
        }
        // What was said between the old connection and this one is in the outputs only.
        String whole = resumed ? WorkflowText.whole(run.outputs()) : "";
        return whole.isEmpty() ? List.of() : answer.correct(whole);
    }

    private List<TurnEvent> end(Ending how) {
        ending = how;
        return List.of();
    }

    /** How it ended, as far as Dify has said. */
    public Ending ending() {
        return ending;
    }

    public String answer() {
        return answer.toString();
    }

    /** The forms that the run waits for. */
    public List<Forms.Open> openForms() {
        return forms.open();
    }

    /** The files the answer brought. */
    public List<StoredFile> files() {
        return files.described();
    }

    public TurnEvent.Usage usage() {
        return meter.reading();
    }

    public DifyIds ids() {
        return ids;
    }
}
