package dev.rechat.dify;

import dev.rechat.dify.network.DifyNetworks;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clients with the limits a test needs, and what they read. */
final class Clients {

    private Clients() {}

    static DifyClient usual() {
        return client(DifyClientConfiguration.defaults());
    }

    static DifyClient impatient(Duration firstByte, Duration idle, Duration total) {
        return client(Duration.ofSeconds(1), firstByte, idle, total);
    }

    /** Waits for whatever a busy machine takes its time for. */
    static DifyClient patient() {
        Duration endless = Duration.ofHours(1);
        return client(endless, endless, endless, endless);
    }

    private static DifyClient client(Duration connect, Duration firstByte, Duration idle, Duration total) {
        DifyClientConfiguration usual = DifyClientConfiguration.defaults();
        return client(new DifyClientConfiguration(
                connect,
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

    /** With connections of its own, to a Dify on this machine. */
    static StandaloneClient client(DifyClientConfiguration configuration) {
        return new StandaloneClient(context(configuration));
    }

    static ApplicationContext context(DifyClientConfiguration configuration) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(DifyNetworks.PROPERTY, "127.0.0.1");
        properties.put("rechat.dify.connect", configuration.connect());
        properties.put("rechat.dify.first-byte", configuration.firstByte());
        properties.put("rechat.dify.idle", configuration.idle());
        properties.put("rechat.dify.total", configuration.total());
        properties.put("rechat.dify.audio-tail", configuration.audioTail());
        properties.put("rechat.dify.max-line-bytes", configuration.maxLineBytes());
        properties.put("rechat.dify.max-event-bytes", configuration.maxEventBytes());
        properties.put("rechat.dify.max-body-bytes", configuration.maxBodyBytes());
        properties.put("rechat.dify.max-connections", configuration.maxConnections());
        properties.put("rechat.dify.retries", configuration.retries());
        return ApplicationContext.run(properties);
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
