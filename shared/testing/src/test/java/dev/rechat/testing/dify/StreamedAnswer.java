package dev.rechat.testing.dify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A stream taken apart: every frame as it was, and the events in them. */
record StreamedAnswer(List<String> frames) {

    private static final String DATA = "data: ";

    static StreamedAnswer parse(String body) {
        if (!body.isEmpty() && !body.endsWith("\n\n")) {
            throw new IllegalArgumentException("The last frame is not complete: " + body);
        }
        return new StreamedAnswer(List.of(body.split("\n\n")));
    }

    List<JsonNode> events() {
        return frames.stream()
                .filter(frame -> frame.startsWith(DATA))
                .map(frame -> event(frame.substring(DATA.length())))
                .toList();
    }

    private static JsonNode event(String json) {
        try {
            return Json.parse(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** Names of the events, pings included, repetitions left out. */
    List<String> order() {
        List<String> names = new ArrayList<>();
        for (String frame : frames) {
            String name = frame.startsWith(DATA)
                    ? event(frame.substring(DATA.length())).path("event").asText()
                    : frame;
            if (names.isEmpty() || !names.getLast().equals(name)) {
                names.add(name);
            }
        }
        return names;
    }

    List<JsonNode> named(String name) {
        return events().stream()
                .filter(event -> event.path("event").asText().equals(name))
                .toList();
    }

    JsonNode only(String name) {
        List<JsonNode> found = named(name);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " events " + name + " in " + order());
        }
        return found.getFirst();
    }

    /** The text of all deltas. */
    String text() {
        return events().stream()
                .map(event -> event.path("event").asText().equals("text_chunk")
                        ? event.path("data").path("text").asText()
                        : event.path("answer").asText(""))
                .collect(Collectors.joining());
    }
}
