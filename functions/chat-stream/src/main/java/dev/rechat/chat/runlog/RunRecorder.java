package dev.rechat.chat.runlog;

import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.HumanInputForm;
import dev.rechat.dify.payload.WorkflowPause;
import dev.rechat.dify.payload.WorkflowRun;
import dev.rechat.dify.payload.WorkflowStart;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.writing.LogEntry;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records one turn's run from its events. Pieces of text cost it nothing, and it never waits; whatever goes wrong in it, the turn
 * does not hear of. Not thread-safe: it belongs to the turn's producer, and then to who looks up how the run ended.
 */
final class RunRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

    private final RunContext context;
    private final Content content;
    private final Moments moments;
    private final Consumer<LogEntry> log;
    private final List<HumanInputForm> forms = new ArrayList<>();
    private @Nullable RunDraft run;
    private @Nullable Executions executions;
    private @Nullable String failure;
    private boolean broken;

    RunRecorder(RunContext context, Content content, Moments moments, Consumer<LogEntry> log) {
        this.context = context;
        this.content = content;
        this.moments = moments;
        this.log = log;
    }

    /** Takes note of what the next event tells. */
    void take(DifyEvent event) {
        if (broken) {
            return;
        }
        try {
            record(event);
        } catch (RuntimeException defect) { // an entry point: no fault of a record may touch the answer
            broken = true;
            LOG.error(
                    "the run of turn {} is recorded no further", context.turn().id(), defect);
        }
    }

    private void record(DifyEvent event) {
        switch (event) {
            case DifyEvent.Message _,
                    DifyEvent.TextChunk _,
                    DifyEvent.AgentMessage _,
                    DifyEvent.ReasoningChunk _,
                    DifyEvent.MessageReplace _,
                    DifyEvent.MessageRepeated _,
                    DifyEvent.MessageEnd _,
                    DifyEvent.MessageFile _,
                    DifyEvent.TextReplace _,
                    DifyEvent.AgentThought _,
                    DifyEvent.TtsMessage _,
                    DifyEvent.TtsMessageEnd _,
                    DifyEvent.HumanInputFormFilled _,
                    DifyEvent.HumanInputFormTimeout _,
                    DifyEvent.Ping _,
                    DifyEvent.Unknown _ -> {}
            case DifyEvent.WorkflowStarted started -> started(started.context(), started.start());
            case DifyEvent.NodeStarted started -> executions(event).started(started.node());
            case DifyEvent.NodeFinished finished -> executions(event).finished(finished.node());
            case DifyEvent.NodeRetry retry -> executions(event).retried(retry.node());
            case DifyEvent.IterationStarted started -> executions(event).started(started.iteration(), "iteration");
            case DifyEvent.IterationNext next -> executions(event).next(next.step());
            case DifyEvent.IterationCompleted done -> executions(event).finished(done.iteration(), "iteration");
            case DifyEvent.LoopStarted started -> executions(event).started(started.loop(), "loop");
            case DifyEvent.LoopNext next -> executions(event).next(next.step());
            case DifyEvent.LoopCompleted done -> executions(event).finished(done.loop(), "loop");
            case DifyEvent.AgentLog entry -> executions(event).logged(entry.entry());
            case DifyEvent.HumanInputRequired required -> forms.add(required.form());
            case DifyEvent.WorkflowPaused paused -> paused(event, paused.pause());
            case DifyEvent.WorkflowFinished finished -> finished(event, finished.run());
            case DifyEvent.Error error -> failure = error.message() == null ? "the run failed" : error.message();
        }
    }

    private void started(DifyEvent.Context where, WorkflowStart start) {
        boolean again = "resumption".equals(start.reason());
        RunDraft known = run;
        if (known == null) {
            String id = start.id() == null ? where.workflowRunId() : start.id();
            if (id == null) {
                return;
            }
            known = begin(id, RunDraft.workflow(start.workflowId()), moments.at(start.createdAt()));
            known.began(start.inputs());
            tell(known);
            if (!context.continued()) {
                log.accept(new LogEntry.Request(known.request()));
            }
        }
        if (again && !known.status().isEnded()) {
            forms.clear();
            known.goesOn();
            log.accept(new LogEntry.Resumption(context.tenant(), known.id));
            tell(known);
        }
    }

    /** @param at when it began, as far as is known: the first record of a run keeps its time */
    private RunDraft begin(String id, String workflow, Instant at) {
        if (!Content.isRunId(id)) {
            throw new IllegalArgumentException("that is no id of a run");
        }
        RunDraft draft = new RunDraft(id, context, content, workflow, at);
        run = draft;
        executions = new Executions(
                context,
                draft.id,
                workflow,
                content,
                moments,
                node -> log.accept(new LogEntry.Node(node, context.continued())));
        return draft;
    }

    /** Of a run whose beginning was not told here, too. */
    private RunDraft run(DifyEvent event) {
        RunDraft known = run;
        if (known != null) {
            return known;
        }
        String id = event.context().workflowRunId();
        return begin(id == null ? String.valueOf(context.turn().workflowRunId()) : id, "", turnBegan());
    }

    private Executions executions(DifyEvent event) {
        run(event);
        return Objects.requireNonNull(executions);
    }

    private Instant turnBegan() {
        return moments.at(context.turn().createdAt());
    }

    private void paused(DifyEvent event, WorkflowPause pause) {
        RunDraft draft = run(event);
        if (draft.status() == RunStatus.PAUSED) {
            return;
        }
        executions(event).paused(new HashSet<>(pause.pausedNodes()));
        draft.paused(pause);
        tell(draft);
        log.accept(new LogEntry.Pause(context.tenant(), draft.id, state(pause), PauseReasons.of(pause, forms)));
    }

    private String state(WorkflowPause pause) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        known.put(
                "paused_nodes",
                JsonNode.createArrayNode(pause.pausedNodes().stream()
                        .map(JsonNode::createStringNode)
                        .toList()));
        if (content.kept() && pause.outputs() != null) {
            known.put("outputs", pause.outputs());
        }
        String written = new Content(content.json(), true).of(JsonNode.createObjectNode(known));
        return written == null ? "{}" : written;
    }

    private void finished(DifyEvent event, WorkflowRun told) {
        RunDraft draft = run(event);
        if (draft.status().isEnded()) {
            return;
        }
        Executions all = executions(event);
        Instant at = moments.at(told.finishedAt());
        all.close(RunDraft.statusOf(told.status(), told.error()), Content.error(told.error()), at);
        draft.finished(told, all.exceptions(), all.size(), at);
        tell(draft);
    }

    private void tell(RunDraft draft) {
        RunPrice price = executions == null ? new RunPrice() : executions.price();
        log.accept(new LogEntry.Run(draft.record(price), context.continued()));
    }

    /** The connection broke; what comes next begins with a snapshot. */
    void followed() {
        if (executions != null) {
            executions.replay();
        }
    }

    /** The id of a run that began and of whose end nothing was told; null when there is none. */
    @Nullable
    String open() {
        RunDraft known = run;
        return known == null || broken || known.status() != RunStatus.RUNNING ? null : known.id;
    }

    /** A run that nobody here has heard anything of. */
    void known(String id) {
        if (run == null) {
            begin(id, "", context.turn().createdAt());
        }
    }

    /** What the last event said of a failure; null for none. */
    @Nullable
    String failure() {
        return failure;
    }

    /** As Dify has it. @return whether that is an end or a pause */
    boolean lookedUp(DifyRunDetail detail) {
        RunDraft draft = Objects.requireNonNull(run);
        RunStatus status = RunDraft.statusOf(detail.status(), detail.error());
        if (status == RunStatus.RUNNING) {
            return false;
        }
        draft.lookedUp(detail, status);
        close(draft);
        if (status == RunStatus.PAUSED) {
            log.accept(new LogEntry.Pause(context.tenant(), draft.id, "{}", List.of()));
        }
        return true;
    }

    /** Nobody can tell how it ended. */
    void cut(RunStatus status, Evidence evidence, @Nullable String why) {
        RunDraft draft = Objects.requireNonNull(run);
        draft.over(status, evidence, why, moments.at(null));
        close(draft);
    }

    private void close(RunDraft draft) {
        if (draft.status().isEnded() && executions != null) {
            executions.close(draft.status(), draft.error(), moments.at(null));
        }
        tell(draft);
    }
}
