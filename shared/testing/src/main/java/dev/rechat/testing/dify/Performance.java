package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Plays the steps of a script. */
final class Performance {

    private final Run run;
    private final Narrator narrator;
    private final Runnable cut;
    private Optional<String> lastError = Optional.empty();

    /** @param cut breaks the connection of the client that asked */
    Performance(Run run, Narrator narrator, Runnable cut) {
        this.run = run;
        this.narrator = narrator;
        this.cut = cut;
    }

    /** Returns how it ended, which for all but {@link Outcome.Abandoned} the narrator still has to tell. */
    Outcome play(List<Step> steps) {
        Deque<Step> left = new ArrayDeque<>(steps);
        for (Step step = left.poll(); step != null; step = left.poll()) {
            Optional<Outcome> end = run.signals().interruption();
            if (end.isEmpty()) {
                end = perform(step, left);
            }
            if (end.isPresent()) {
                return end.get();
            }
        }
        return run.signals().interruption().orElseGet(this::end);
    }

    private Outcome end() {
        return lastError.<Outcome>map(Outcome.Broken::new).orElseGet(Outcome.Succeeded::new);
    }

    private Optional<Outcome> perform(Step step, Deque<Step> left) {
        switch (step) {
            case Step.Text text -> run.publish(said(text.delta()));
            case Step.SplitText text -> sendByteByByte(said(text.delta()));
            case Step.Timed timed -> {
                return new TimedText(run, narrator, timed).play();
            }
            case Step.Event event -> sendEvent(event);
            case Step.Bytes bytes -> run.send(copy(bytes.bytes()));
            case Step.Ping ping -> run.ping();
            case Step.Replace replace -> replace(replace.answer());
            case Step.Thought thought -> narrator.thought(thought);
            case Step.Cite cite -> run.cite(cite.sources());
            case Step.Files files -> run.bring(files.files());
            case Step.Nodes nodes -> narrator.nodes(nodes.count());
            case Step.Pause pause -> {
                return run.signals().awaitBusily(pause.gate().arrive(), Timing.FOREVER);
            }
            case Step.Delay delay -> {
                return run.signals().awaitBusily(new CompletableFuture<>(), delay.duration());
            }
            case Step.ModelError error -> {
                return Optional.of(new Outcome.Failed(error.code(), error.status(), error.message()));
            }
            case Step.Form form -> {
                return ask(form, left);
            }
            case Step.Cut ignored -> {
                cut.run();
                return run.inWorker() ? Optional.empty() : Optional.of(new Outcome.Abandoned());
            }
            case Step.Mute ignored -> {
                if (!run.inWorker()) {
                    return Optional.of(run.signals().awaitInSilence());
                }
                run.mute();
            }
            case Step.Silence silence -> {
                return Optional.of(run.signals().awaitInSilence());
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome> ask(Step.Form step, Deque<Step> left) {
        HumanForm form = step.form();
        if (narrator.asksPeople()) {
            return Optional.of(new Outcome.Paused(new OpenForm(form), step.then(), List.copyOf(left)));
        }
        FormAnswer first = new FormAnswer(form.actions().getFirst().id(), form.defaultsJson());
        step.then().apply(first).steps().reversed().forEach(left::addFirst);
        return Optional.empty();
    }

    private byte[] said(String delta) {
        run.append(delta);
        return narrator.text(delta);
    }

    private void sendByteByByte(byte[] frame) {
        run.tellFollowers(frame);
        for (byte single : frame) {
            run.sendPart(new byte[] {single});
        }
    }

    private void sendEvent(Step.Event step) {
        ObjectNode event = run.event(step.name());
        event.setAll(step.fields());
        if (step.name().equals("error")) {
            lastError = Optional.of(event.path("message").asText());
        }
        run.emit(event);
    }

    private void replace(String answer) {
        run.answer().setLength(0);
        run.answer().append(answer);
        narrator.replace(answer);
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
