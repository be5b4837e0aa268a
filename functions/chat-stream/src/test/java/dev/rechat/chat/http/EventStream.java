package dev.rechat.chat.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames of an answer, read one at a time. */
final class EventStream implements AutoCloseable {

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Blocks until there is one; null at the end. Comments are skipped. */
    @Nullable
    ReceivedEvent next() throws IOException {
        String id = "";
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return new ReceivedEvent(id, name, data.toString());
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line, 6, line.length());
            }
        }
        return null;
    }

    /** Skips events until there is a comment. */
    void awaitComment() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(":")) {
                return;
            }
        }
        throw new IllegalStateException("the stream ended without a comment");
    }

    ReceivedEvent awaitNamed(String name) throws IOException {
        for (ReceivedEvent event = next(); event != null; event = next()) {
            if (event.name().equals(name)) {
                return event;
            }
        }
        throw new IllegalStateException("the stream ended without " + name);
    }

    List<ReceivedEvent> rest() throws IOException {
        List<ReceivedEvent> events = new ArrayList<>();
        for (ReceivedEvent event = next(); event != null; event = next()) {
            events.add(event);
        }
        return events;
    }

    /** Leaves, as a browser does whose tab is closed. */
    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
