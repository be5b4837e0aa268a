package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.event.EventSchema;
import java.util.List;

/** One event as a client reads it. */
record ReceivedEvent(String id, String name, String data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode json() {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(data, notJson);
        }
    }

    /** By the published schema. */
    void requireValid() {
        assertThat(EventSchema.problems(name, data)).isEmpty();
    }

    String text(String field) {
        return json().path(field).asText();
    }

    static List<ReceivedEvent> named(String name, List<ReceivedEvent> events) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** The answer as the person sees it at the end. */
    static String answer(List<ReceivedEvent> events) {
        StringBuilder answer = new StringBuilder();
        for (ReceivedEvent event : events) {
            switch (event.name()) {
                case "delta" -> answer.append(event.text("text"));
                case "replace" -> {
                    answer.setLength(0);
                    answer.append(event.text("text"));
                }
                default -> {}
            }
        }
        return answer.toString();
    }
}
