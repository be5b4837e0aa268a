package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.testing.http.Exchange;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Plays the steps of a script. */
final class Performance {

    private final Run run;
    private final Narrator narrator;
    private final Exchange exchange;
    private Optional<String> lastError = Optional.empty();

    Performance(Run run, Narrator narrator, Exchange exchange) {
        this.run = run;
        this.narrator = narrator;
        this.exchange = exchange;
    }

    /** Returns how it ended, which for all but {@link Outcome.Abandoned} the narrator still has to tell. */
    Outcome play(Iterable<Step> steps) {
        for (Step step : steps) {
            Optional<Outcome> end = run.interruption().or(() -> perform(step));
            if (end.isPresent()) {
                return end.get();
            }
        }
        return run.interruption().orElseGet(this::end);
    }

    private Outcome end() {
        return lastError.<Outcome>map(Outcome.Broken::new).orElseGet(Outcome.Succeeded::new);
    }

    private Optional<Outcome> perform(Step step) {
        switch (step) {
            case Step.Text text -> run.send(said(text.delta()));
            case Step.SplitText text -> sendByteByByte(said(text.delta()));
            case Step.Timed timed -> {
                return new TimedText(run, narrator, timed).play();
            }
            case Step.Event event -> sendEvent(event);
            case Step.Bytes bytes -> run.send(copy(bytes.bytes()));
            case Step.Ping ping -> run.ping();
            case Step.Replace replace -> replace(replace.answer());
            case Step.Thought thought -> narrator.thought(thought);
            case Step.Nodes nodes -> narrator.nodes(nodes.count());
            case Step.Pause pause -> {
                return run.awaitBusily(pause.gate().arrive(), Timing.FOREVER);
            }
            case Step.Delay delay -> {
                return run.awaitBusily(new CompletableFuture<>(), delay.duration());
            }
            case Step.ModelError error -> {
                return Optional.of(new Outcome.Failed(error.code(), error.status(), error.message()));
            }
            case Step.Cut cut -> {
                exchange.cut();
                return Optional.of(new Outcome.Abandoned());
            }
            case Step.Silence silence -> {
                return Optional.of(run.awaitInSilence());
            }
        }
        return Optional.empty();
    }

    private byte[] said(String delta) {
        run.append(delta);
        return narrator.text(delta);
    }

    private void sendByteByByte(byte[] frame) {
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
