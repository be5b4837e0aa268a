package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams over a real connection. */
@Timeout(120)
class StreamingIT {

    @AutoClose
    private final DifyClient client = Clients.usual();

    @Test
    void deliversEachEventWhileTheNextIsNotYetSent() throws InterruptedException {
        CountDownLatch firstSeen = new CountDownLatch(1);
        try (WireServer server = new WireServer((request, wire) -> {
            wire.streamHead();
            wire.event("{\"event\":\"message\",\"answer\":\"one\",\"task_id\":\"t\"}");
            awaitLatch(firstSeen);
            wire.event("{\"event\":\"message_end\",\"metadata\":{}}");
            wire.endOfChunks();
        })) {
            try (DifyStream stream = client.stream(server.app(), Clients.chat())) {
                DifyEvent first = stream.next();
                firstSeen.countDown();
                List<DifyEvent> rest = Clients.drain(stream);

                assertThat(first)
                        .isInstanceOfSatisfying(
                                DifyEvent.Message.class,
                                m -> assertThat(m.answer()).isEqualTo("one"));
                assertThat(rest).singleElement().isInstanceOf(DifyEvent.MessageEnd.class);
            }
        }
    }

    @Test
    void sendsTheRequestAsDifyWantsIt() throws InterruptedException {
        try (WireServer server = WireServer.streaming("data: {\"event\":\"message_end\"}\n\n")) {
            try (DifyStream stream = client.stream(server.app(), Clients.chat())) {
                Clients.drain(stream);
            }

            WireServer.Received request = server.request();
            assertThat(request.line()).isEqualTo("POST /v1/chat-messages HTTP/1.1");
            assertThat(request.header("authorization")).isEqualTo("Bearer app-not-a-real-key");
            assertThat(request.header("content-type")).isEqualTo("application/json");
            assertThat(request.header("accept")).isEqualTo("text/event-stream");
            assertThat(request.body())
                    .isEqualTo("{\"inputs\":{},\"query\":\"Hello\",\"user\":\"user-1\","
                            + "\"response_mode\":\"streaming\",\"auto_generate_name\":false}");
        }
    }

    @Test
    void releasesTheConnectionAtOnceWhenClosedEarly() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        try (WireServer server = new WireServer((request, wire) -> {
            wire.streamHead();
            wire.event("{\"event\":\"message\",\"answer\":\"one\"}");
            wire.awaitClientGone();
            gone.countDown();
        })) {
            DifyStream stream = client.stream(server.app(), Clients.chat());
            stream.next();

            stream.close();
            stream.close();

            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.next()).isNull();
        }
    }

    @Test
    void closesTheConnectionOnErrorThoughTheServerHoldsIt() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        try (WireServer server = new WireServer((request, wire) -> {
                    wire.streamHead();
                    wire.event("{\"event\":\"error\",\"message\":\"x\",\"status\":500}");
                    wire.awaitClientGone();
                    gone.countDown();
                });
                DifyStream stream = client.stream(server.app(), Clients.chat())) {
            DifyEvent event = stream.next();

            assertThat(event).isInstanceOf(DifyEvent.Error.class);
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.next()).isNull();
        }
    }

    @Test
    void closingAStreamThatHasEndedLeavesALaterRequestOnThatConnectionAlone() {
        try (WireServer server = new WireServer((request, wire) -> {
            if (request.line().startsWith("GET")) {
                wire.answer(200, "application/json", "{\"name\":\"App\"}");
            } else {
                wire.answer(200, "text/event-stream", "data: {\"event\":\"message_end\"}\n\n");
            }
        })) {
            for (int i = 0; i < 50; i++) {
                DifyStream stream = client.stream(server.app(), Clients.chat());
                stream.next();
                Thread closing = Thread.ofVirtual().start(stream::close);

                assertThat(client.info(server.app()).name()).isEqualTo("App");
                join(closing);
            }
        }
    }

    @Test
    void slowReaderSlowsTheServerDownInsteadOfFillingMemory() throws InterruptedException {
        int total = 64 * 1024 * 1024;
        AtomicLong sent = new AtomicLong();
        CountDownLatch stuck = new CountDownLatch(1);
        byte[] comment = (":" + "x".repeat(64 * 1024 - 2) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (WireServer server = new WireServer((request, wire) -> {
                    wire.streamHead();
                    while (sent.get() < total) {
                        wire.chunk(comment);
                        sent.addAndGet(comment.length);
                    }
                    wire.event("{\"event\":\"message_end\"}");
                    wire.endOfChunks();
                });
                DifyStream stream = client.stream(server.app(), Clients.chat())) {
            awaitStandstill(sent, stuck);

            assertThat(sent.get()).isLessThan(total / 2);
            assertThat(Clients.drain(stream)).map(Outline::of).containsExactly("message end");
            assertThat(sent.get()).isGreaterThanOrEqualTo(total);
        }
    }

    /** However long it takes to open them all: nobody's patience ends meanwhile. */
    @Test
    @Timeout(600)
    void relaysAThousandStreamsAtATime() throws InterruptedException {
        int streams = 1000;
        CountDownLatch allOpen = new CountDownLatch(streams);
        Queue<List<String>> outlines = new ConcurrentLinkedQueue<>();
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        try (DifyClient patient = Clients.patient();
                WireServer server = new WireServer((request, wire) -> {
                    wire.streamHead();
                    wire.event("{\"event\":\"message\",\"answer\":\"one\"}");
                    allOpen.await();
                    wire.event("{\"event\":\"message\",\"answer\":\"two\"}");
                    wire.event("{\"event\":\"message_end\"}");
                    wire.endOfChunks();
                })) {
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < streams; i++) {
                    executor.submit(() -> {
                        try (DifyStream stream = patient.stream(server.app(), Clients.chat())) {
                            String first = Outline.of(Objects.requireNonNull(stream.next()));
                            allOpen.countDown();
                            List<String> all = new ArrayList<>(List.of(first));
                            Clients.drain(stream).forEach(event -> all.add(Outline.of(event)));
                            outlines.add(all);
                        } catch (RuntimeException failed) {
                            failures.add(failed);
                            allOpen.countDown(); // the others do not wait for it
                        }
                    });
                }
            }
        }

        assertThat(failures).isEmpty();
        assertThat(outlines)
                .hasSize(streams)
                .allSatisfy(
                        outline -> assertThat(outline).containsExactly("message one", "message two", "message end"));
    }

    private static void awaitLatch(CountDownLatch latch) throws IOException, InterruptedException {
        if (!latch.await(60, TimeUnit.SECONDS)) {
            throw new IOException("the client did not get there");
        }
    }

    /** Returns when the server has not been able to send for a while. */
    private static void awaitStandstill(AtomicLong sent, CountDownLatch never) throws InterruptedException {
        long before = -1;
        while (before != sent.get()) {
            before = sent.get();
            assertThat(never.await(300, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
