package dev.rechat.dify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clients with the limits a test needs, and what they read. */
final class Clients {

    private Clients() {}

    static DifyClient usual() {
        return DifyClient.create(DifyClientConfiguration.defaults());
    }

    static DifyClient impatient(Duration firstByte, Duration idle, Duration total) {
        DifyClientConfiguration usual = DifyClientConfiguration.defaults();
        return DifyClient.create(new DifyClientConfiguration(
                Duration.ofSeconds(1),
                firstByte,
                idle,
                total,
                usual.audioTail(),
                usual.maxLineBytes(),
                usual.maxEventBytes(),
                usual.maxBodyBytes(),
                usual.maxConnections(),
                0));
    }

    /** All events to the orderly end. */
    static List<DifyEvent> drain(DifyStream stream) {
        List<DifyEvent> events = new ArrayList<>();
        for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
            events.add(event);
        }
        return events;
    }

    static DifyRequest.Chat chat() {
        return new DifyRequest.Chat("Hello", "user-1");
    }

    static DifyRequest.Workflow workflow() {
        return new DifyRequest.Workflow(DifyRequest.noInputs(), "user-1", List.of());
    }

    static DifyRequest.Completion completion() {
        return new DifyRequest.Completion(DifyRequest.noInputs(), "user-1", List.of(), "");
    }
}
