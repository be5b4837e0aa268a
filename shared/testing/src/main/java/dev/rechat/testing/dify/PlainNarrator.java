package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Chat and completion apps: messages, then {@code message_end}. */
final class PlainNarrator implements Narrator {

    private final Run run;

    PlainNarrator(Run run) {
        this.run = run;
    }

    @Override
    public void open() {
        // The first message is the first event.
    }

    @Override
    public byte[] text(String delta) {
        ObjectNode event = run.event("message").put("id", run.messageId()).put("answer", delta);
        return Run.frame(event.putNull("from_variable_selector"));
    }

    @Override
    public void replace(String answer) {
        run.emit(run.event("message_replace").put("answer", answer).put("reason", ""));
    }

    @Override
    public void thought(Step.Thought thought) {
        // These apps do not think aloud.
    }

    @Override
    public void nodes(int count) {
        // These apps have no graph.
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
            case Outcome.Succeeded succeeded -> run.emit(MessageEnd.of(run));
            case Outcome.Stopped stopped -> run.emit(MessageEnd.of(run));
            case Outcome.Failed failed -> run.emit(errorEvent(run, failed));
            case Outcome.Paused paused -> throw new IllegalStateException("These apps ask nobody");
            case Outcome.Broken broken -> {}
            case Outcome.Abandoned abandoned -> {}
        }
    }

    static ObjectNode errorEvent(Run run, Outcome.Failed failed) {
        return run.event("error")
                .put("code", failed.code())
                .put("status", failed.status())
                .put("message", failed.message());
    }
}
