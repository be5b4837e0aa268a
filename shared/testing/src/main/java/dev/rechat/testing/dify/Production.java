package dev.rechat.testing.dify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The making of one answer: in one go, or in several when people have to fill in forms in between. */
final class Production {

    private final Run run;
    private final Narrator narrator;
    private final Chat chat;
    private final Performance performance;
    private final Semaphore worker = new Semaphore(1);

    /** @param cut breaks the connection of the client that asked */
    Production(Run run, Narrator narrator, Chat chat, Runnable cut) {
        this.run = run;
        this.narrator = narrator;
        this.chat = chat;
        this.performance = new Performance(run, narrator, cut);
    }

    /** Begins to work, which one thread does at a time; {@link #leave()} ends it. */
    void enter() {
        worker.acquireUninterruptibly();
        run.state().tasks().put(run.taskId(), run);
    }

    void leave() {
        run.state().tasks().remove(run.taskId());
        worker.release();
    }

    void holdBack(List<Step> steps) {
        performance.play(steps);
    }

    Outcome begin(List<Step> steps) {
        chat.begin(run);
        narrator.open();
        return conclude(performance.play(steps));
    }

    private Outcome conclude(Outcome outcome) {
        if (outcome instanceof Outcome.Paused paused) {
            run.state().forms().put(paused.form().token(), paused.form());
        }
        chat.end(run, outcome);
        narrator.close(outcome);
        if (outcome instanceof Outcome.Paused paused) {
            paused.form().answer().thenAccept(answer -> resume(paused, answer));
        } else {
            run.broadcast().end();
            run.state().live().remove(run.workflowRunId());
        }
        return outcome;
    }

    /** From the moment of the answer there is something to wait for, so it counts as a task of its own. */
    private void resume(Outcome.Paused paused, FormAnswer answer) {
        run.state().tasks().put(paused.form().id(), run);
        Thread.ofVirtual().name("worker").start(() -> {
            try {
                goOn(paused, answer);
            } finally {
                run.state().tasks().remove(paused.form().id());
            }
        });
    }

    private void goOn(Outcome.Paused paused, FormAnswer answer) {
        enter();
        try {
            run.signals().resume();
            chat.resume(run, paused.form(), answer);
            narrator.resume(paused.form(), answer);
            List<Step> steps = new ArrayList<>(paused.then().apply(answer).steps());
            steps.addAll(paused.rest());
            conclude(performance.play(steps));
        } finally {
            leave();
        }
    }
}
