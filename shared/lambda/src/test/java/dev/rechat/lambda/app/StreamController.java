package dev.rechat.lambda.app;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Streams whose every piece the test allows through a {@link GateClient}. */
@Controller("/stream")
@Secured(SecurityRule.IS_ANONYMOUS)
class StreamController {

    @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    Flux<Event<String>> events(int gate) {
        return Flux.defer(() -> gated(new GateClient(gate))).subscribeOn(Schedulers.boundedElastic());
    }

    /** Reads an order of the test for each piece that is asked for: a token, "end" or "fail". */
    private static Flux<Event<String>> gated(GateClient gate) {
        return Flux.<Event<String>, Integer>generate(() -> 1, (number, sink) -> {
                    gate.tell("asked " + number);
                    switch (gate.read()) {
                        case "end" -> sink.complete();
                        case "fail" -> sink.error(new IllegalStateException("secret-detail"));
                        case String token ->
                            sink.next(
                                    Event.of(token).id(Integer.toString(number)).name("delta"));
                    }
                    return number + 1;
                })
                .doOnCancel(() -> gate.tell("cancelled"))
                .doFinally(ended -> gate.close());
    }

    /** As many events as the reader takes; tells how many were made. */
    @Get(value = "/flood", produces = MediaType.TEXT_EVENT_STREAM)
    Flux<Event<String>> flood(int gate, int size) {
        String filler = "x".repeat(size);
        return Flux.defer(() -> {
                    GateClient client = new GateClient(gate);
                    return Flux.<Event<String>, Integer>generate(() -> 1, (number, sink) -> {
                                client.tell("made " + number);
                                sink.next(Event.of(number + filler));
                                return number + 1;
                            })
                            .doOnCancel(() -> client.tell("cancelled"))
                            .doFinally(ended -> client.close());
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Get(value = "/few", produces = MediaType.TEXT_EVENT_STREAM)
    Flux<Event<String>> few() {
        return Flux.just("你好", "a\nb", "c").map(Event::of);
    }

    @Get(value = "/json", produces = MediaType.APPLICATION_JSON)
    Flux<Note> json() {
        return Flux.just(new Note("a", 1), new Note("b", 2));
    }

    @Get(value = "/fails-first", produces = MediaType.TEXT_EVENT_STREAM)
    Flux<Event<String>> failsFirst() {
        return Flux.error(new IllegalStateException("secret-detail"));
    }
}
