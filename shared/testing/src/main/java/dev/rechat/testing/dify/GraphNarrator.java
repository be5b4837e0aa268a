package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Chatflows and workflows: Start, perhaps a knowledge base, a model, then Answer or End. */
final class GraphNarrator implements Narrator {

    private final Run run;
    private final boolean chatflow;
    private Node model;
    private int steps;
    private int models = 1;

    GraphNarrator(Run run) {
        this.run = run;
        this.chatflow = run.mode() == AppMode.ADVANCED_CHAT;
        this.model = new Node("llm", "llm", "LLM");
    }

    @Override
    public void open() {
        if (run.inWorker()) {
            run.ping();
        }
        ObjectNode inputs = GraphInputs.of(run);
        WorkflowRun stored = WorkflowRun.started(
                run.workflowRunId(), run.state().workflowId(), run.request().user(), inputs, run.startedAt());
        if (run.inWorker()) {
            run.state().live().put(stored.id(), run);
        }
        run.state().runs().put(stored.id(), stored);
        emitStarted("initial");
        pass(new Node("start", "start", "Start"), inputs);
        if (run.request().app().citations()) {
            ArrayNode sources = Citations.of(run.request().app());
            pass(
                    new Node("knowledge", "knowledge-retrieval", "Knowledge"),
                    Json.object().set("result", sources));
        }
        start(model);
    }

    private void emitStarted(String reason) {
        WorkflowRun stored = stored();
        ObjectNode data = Json.object()
                .put("id", stored.id())
                .put("workflow_id", stored.workflowId().toString());
        data.set("inputs", stored.inputs());
        data.put("created_at", run.startedAt().getEpochSecond()).put("reason", reason);
        emit("workflow_started", data);
    }

    @Override
    public byte[] text(String delta) {
        if (!chatflow) {
            ObjectNode data = Json.object().put("text", delta);
            data.putArray("from_variable_selector").add(model.id()).add("text");
            return Run.frame(run.event("text_chunk").set("data", data));
        }
        ObjectNode event = run.event("message").put("id", run.messageId()).put("answer", delta);
        event.putArray("from_variable_selector").add(model.id()).add("text");
        return Run.frame(event);
    }

    @Override
    public void replace(String answer) {
        if (chatflow) {
            run.emit(run.event("message_replace").put("answer", answer).put("reason", "output_moderation"));
        }
    }

    @Override
    public void thought(Step.Thought thought) {
        // Graphs do not think aloud.
    }

    @Override
    public void nodes(int count) {
        for (int i = 1; i <= count && run.signals().interruption().isEmpty(); i++) {
            pass(new Node("code-" + i, "code", "Code " + i), Json.object().put("result", i));
        }
    }

    @Override
    public boolean asksPeople() {
        return run.inWorker();
    }

    private void pause(OpenForm form) {
        finishModel();
        start(form.node());
        emit("human_input_required", form.describe().put("display_in_ui", true));
        keep("paused");
        ObjectNode data = Json.object().put("workflow_run_id", run.workflowRunId());
        data.putArray("paused_nodes").add(form.node().id());
        data.putObject("outputs");
        data.putArray("reasons").add(form.reason());
        data.put("status", "paused").put("created_at", run.startedAt().getEpochSecond());
        data.put("elapsed_time", run.elapsedSeconds())
                .put("total_tokens", run.usage().totalTokens());
        emit("workflow_paused", data.put("total_steps", steps));
    }

    @Override
    public void resume(OpenForm form, FormAnswer answer) {
        keep("running");
        emitStarted("resumption");
        Node person = form.node();
        ObjectNode data = Json.object().put("node_id", person.id()).put("node_title", person.title());
        if (answer.timedOut()) {
            emit("human_input_form_timeout", data.put("expiration_time", form.expirationTime()));
        } else {
            data.put("rendered_content", form.form().rendered(answer))
                    .put("action_id", answer.action())
                    .put("action_text", form.form().titleOf(answer.action()));
            emit("human_input_form_filled", data.set("submitted_data", answer.inputs()));
        }
        emit("node_finished", person.finished("succeeded", Optional.empty(), answer.inputs(), run));
        models++;
        model = new Node("llm-" + models, "llm", "LLM");
        start(model);
    }

    private void keep(String status) {
        run.state()
                .runs()
                .change(
                        run.workflowRunId(),
                        stored -> stored.being(status, steps, run.usage().totalTokens()));
    }

    @Override
    public void close(Outcome outcome) {
        switch (outcome) {
            case Outcome.Succeeded succeeded -> succeed();
            case Outcome.Paused paused -> pause(paused.form());
            case Outcome.Stopped stopped -> stop();
            case Outcome.Failed failed -> fail(failed);
            case Outcome.Broken broken -> store("failed", Json.object(), Optional.of(broken.message()));
            case Outcome.Abandoned abandoned -> store("stopped", Json.object(), Optional.empty());
        }
    }

    private void succeed() {
        finishModel();
        String answer = run.answer().toString();
        ObjectNode outputs = Json.object().put(chatflow ? "answer" : "text", answer);
        pass(chatflow ? new Node("answer", "answer", "Answer") : new Node("end", "end", "End"), outputs);
        WorkflowRun finished = store("succeeded", outputs, Optional.empty());
        if (!chatflow) {
            finish(finished);
        } else if (run.variant() == EngineVariant.LEGACY) {
            finish(finished);
            run.emit(MessageEnd.of(run));
        } else {
            run.emit(MessageEnd.of(run));
            finish(finished);
        }
    }

    private void finishModel() {
        ObjectNode text = Json.object().put("text", run.answer().toString());
        text.set("usage", run.usage().toJson());
        emit("node_finished", model.finished("succeeded", Optional.empty(), text, run));
    }

    /** A worker's stream ends at {@code workflow_finished}, so the end of the message is lost. */
    private void stop() {
        finish(store("stopped", Json.object(), Optional.of("Stopped by user.")));
        if (chatflow && !run.inWorker()) {
            run.emit(MessageEnd.of(run));
        }
    }

    /** A worker's stream ends at {@code workflow_finished}, so the error event is lost. */
    private void fail(Outcome.Failed failed) {
        emit("node_finished", model.finished("failed", Optional.of(failed.message()), Json.object(), run));
        finish(store("failed", Json.object(), Optional.of(failed.message())));
        if (!run.inWorker()) {
            run.emit(PlainNarrator.errorEvent(run, failed));
        }
    }

    private WorkflowRun store(String status, ObjectNode outputs, Optional<String> error) {
        run.state()
                .runs()
                .change(
                        run.workflowRunId(),
                        stored -> stored.finished(
                                status, outputs, error, steps, run.usage().totalTokens()));
        return stored();
    }

    private WorkflowRun stored() {
        return run.state().runs().find(run.workflowRunId()).orElseThrow();
    }

    private void finish(WorkflowRun finished) {
        emit("workflow_finished", finished.toFinishedEvent(run.state(), run.files()));
    }

    private void pass(Node node, ObjectNode outputs) {
        start(node);
        emit("node_finished", node.finished("succeeded", Optional.empty(), outputs, run));
    }

    private void start(Node node) {
        steps++;
        emit("node_started", node.started(steps));
    }

    private void emit(String name, ObjectNode data) {
        ObjectNode event = run.event(name).put("workflow_run_id", run.workflowRunId());
        run.emit(event.set("data", data));
    }
}
