package dev.rechat.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the numbered events of a turn and remembers them. */
public final class EventReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One event. */
    public record Event(int id, String name, JsonNode data) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final InputStream body;
    private final BufferedReader lines;
    private final List<Event> seen = new ArrayList<>();

    public EventReader(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofInputStream());
        body = response.body();
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    response.statusCode() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    public void await(String name) throws IOException {
        while (seen.isEmpty() || !seen.getLast().name().equals(name)) {
            if (!advance()) {
                throw new AssertionError("it ended without " + name + ": " + seen);
            }
        }
    }

    /** Reads to the end, be it in order or not. @return all events since the beginning */
    public List<Event> all() {
        try {
            while (advance()) {
                // each is remembered
            }
        } catch (IOException cut) {
            return List.copyOf(seen);
        }
        return List.copyOf(seen);
    }

    /** What comes without a number is no event of the turn. */
    private boolean advance() throws IOException {
        int id = 0;
        String name = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = Integer.parseInt(line.substring(4));
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ") && id > 0) {
                seen.add(new Event(id, name, JSON.readTree(line.substring(6))));
                return true;
            }
        }
        return false;
    }

    /** The answer as the person sees it. */
    public static String text(List<Event> events) {
        StringBuilder text = new StringBuilder();
        for (Event event : events) {
            if (event.name().equals("replace")) {
                text.setLength(0);
            }
            if (event.name().equals("delta") || event.name().equals("replace")) {
                text.append(event.data().path("text").asText());
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        body.close();
        http.shutdownNow();
    }
}
