package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Agent apps: rounds of thought, text and tool, then {@code message_end}. A thought is sent again as it fills in. */
final class AgentNarrator implements Narrator {

    private final Run run;
    private final StringBuilder round = new StringBuilder();
    private ObjectNode current = Json.object();
    private int position;

    AgentNarrator(Run run) {
        this.run = run;
    }

    @Override
    public void open() {
        current = Json.object().put("id", UUID.randomUUID().toString());
        position++;
        round.setLength(0);
        current.put("position", position).put("thought", "").put("observation", "");
        current.put("tool", "").set("tool_labels", Json.object());
        current.put("tool_input", "").set("message_files", Json.array());
        send();
    }

    private void send() {
        run.emit((ObjectNode) run.event("agent_thought").setAll(current));
    }

    @Override
    public byte[] text(String delta) {
        round.append(delta);
        return Run.frame(run.event("agent_message").put("id", run.messageId()).put("answer", delta));
    }

    @Override
    public void replace(String answer) {
        run.emit(run.event("message_replace").put("answer", answer).put("reason", ""));
    }

    @Override
    public void thought(Step.Thought thought) {
        current.put("thought", thought.thought()).put("tool", thought.tool()).put("tool_input", thought.input());
        ObjectNode label = Json.object().put("en_US", thought.tool()).put("zh_Hans", thought.tool());
        current.set("tool_labels", Json.object().set(thought.tool(), label));
        send();
        current.put("observation", thought.observation());
        send();
        keep();
        open();
    }

    @Override
    public void nodes(int count) {
        // Agents have no graph.
    }

    /** The stored form of a thought. */
    private void keep() {
        ObjectNode stored = current.deepCopy();
        stored.remove("message_files");
        stored.putNull("chain_id")
                .put("message_id", run.messageId())
                .put("created_at", run.startedAt().getEpochSecond());
        stored.putArray("files");
        run.thoughts().add(stored);
    }

    @Override
    public boolean asksPeople() {
        return false;
    }

    @Override
    public void resume(OpenForm form, FormAnswer answer) {
        throw new IllegalStateException("These apps ask nobody");
    }

    @Override
    public void close(Outcome outcome) {
        switch (outcome) {
            case Outcome.Succeeded succeeded -> end();
            case Outcome.Stopped stopped -> end();
            case Outcome.Failed failed -> run.emit(PlainNarrator.errorEvent(run, failed));
            case Outcome.Paused paused -> throw new IllegalStateException("These apps ask nobody");
            case Outcome.Broken broken -> {}
            case Outcome.Abandoned abandoned -> {}
        }
    }

    private void end() {
        current.put("thought", round.toString());
        send();
        run.emit(MessageEnd.of(run));
    }
}
