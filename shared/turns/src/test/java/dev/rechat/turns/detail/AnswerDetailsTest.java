package dev.rechat.turns.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.turns.log.Frame;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AnswerDetailsTest {

    private static final TurnId TURN = TurnId.of("0192e4a0-0000-7000-8000-000000000001");
    private static final TurnId NEXT = TurnId.of("0192e4a0-0000-7000-8000-000000000002");

    private final JsonMapper json = JsonMapper.createDefault();
    private final AnswerDetails details = new AnswerDetails(json);

    /** @param events names and data in turn */
    private static List<byte[]> log(String... events) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < events.length; i += 2) {
            frames.add(Frame.write(i / 2 + 1, events[i], events[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return frames;
    }

    private List<JsonNode> parts(@Nullable String details) throws IOException {
        List<JsonNode> parts = new ArrayList<>();
        Objects.requireNonNull(json.readValue(Objects.requireNonNull(details), JsonNode.class))
                .values()
                .forEach(parts::add);
        return parts;
    }

    private List<String> types(@Nullable String details) throws IOException {
        return parts(details).stream().map(part -> text(part, "type")).toList();
    }

    private static String text(JsonNode part, String field) {
        JsonNode value = part.get(field);
        return value == null ? "" : value.coerceStringValue();
    }

    @Test
    void keepsNothingOfAnAnswerThatIsOnlyText() {
        assertThat(details.of(TURN, log("turn", "{}", "delta", "{\"text\":\"a\"}", "done", "{}"), null))
                .isNull();
    }

    @Test
    void keepsEachAsItWasLastToldInTheOrderInWhichTheyFirstCame() {
        String kept = details.of(
                TURN,
                log(
                        "thought",
                        "{\"id\":\"t\",\"position\":1,\"text\":\"我\"}",
                        "tool",
                        "{\"id\":\"t\",\"position\":1,\"name\":\"w\",\"status\":\"running\"}",
                        "delta",
                        "{\"text\":\"a\"}",
                        "thought",
                        "{\"id\":\"t\",\"position\":1,\"text\":\"我需要时间 😀\"}",
                        "citation",
                        "{\"position\":1,\"document\":\"手册.pdf\"}",
                        "tool",
                        "{\"id\":\"t\",\"position\":1,\"name\":\"w\",\"status\":\"succeeded\"}",
                        "notice",
                        "{\"code\":\"context_reset\",\"message\":\"m\"}"),
                null);

        assertThat(kept)
                .isEqualTo("[{\"type\":\"thought\",\"id\":\"t\",\"position\":1,\"text\":\"我需要时间 \\uD83D\\uDE00\"},"
                        + "{\"type\":\"tool\",\"id\":\"t\",\"position\":1,\"name\":\"w\",\"status\":\"succeeded\"},"
                        + "{\"type\":\"citation\",\"position\":1,\"document\":\"手册.pdf\"},"
                        + "{\"type\":\"notice\",\"code\":\"context_reset\",\"message\":\"m\"}]");
    }

    @Test
    void tellsTheTypeOfANodeApart() {
        assertThat(details.of(TURN, log("node", "{\"id\":\"n\",\"type\":\"llm\",\"status\":\"running\"}"), null))
                .isEqualTo("[{\"type\":\"node\",\"id\":\"n\",\"node_type\":\"llm\",\"status\":\"running\"}]");
    }

    @Test
    void goesOnWithWhatWasThereBeforeAForm() throws IOException {
        String before = details.of(
                TURN,
                log(
                        "node",
                        "{\"id\":\"n1\",\"type\":\"start\",\"status\":\"succeeded\"}",
                        "form",
                        "{\"form_id\":\"f\",\"state\":\"open\"}"),
                null);
        String after = details.of(
                NEXT,
                log(
                        "form",
                        "{\"form_id\":\"f\",\"state\":\"submitted\"}",
                        "node",
                        "{\"id\":\"n2\",\"type\":\"end\",\"status\":\"succeeded\"}",
                        "form",
                        "{\"form_id\":\"g\",\"state\":\"open\"}"),
                before);

        List<JsonNode> parts = parts(after);
        assertThat(types(after)).containsExactly("node", "form", "node", "form");
        assertThat(text(parts.get(1), "state")).isEqualTo("submitted");
        assertThat(text(parts.get(1), "turn_id")).isEqualTo(TURN.toString());
        assertThat(text(parts.get(3), "turn_id")).isEqualTo(NEXT.toString());
    }

    @Test
    void keepsTheSameWhenATurnEndsTwice() {
        List<byte[]> frames = log("citation", "{\"position\":1}", "thought", "{\"id\":\"t\",\"text\":\"x\"}");

        String once = details.of(TURN, frames, null);

        assertThat(details.of(TURN, frames, once)).isEqualTo(once);
    }

    @Test
    void keepsWhatWasThereWhenTheLogIsDamaged() {
        assertThat(details.of(TURN, log("node", "{\"id\":"), "[{\"type\":\"thought\"}]"))
                .isEqualTo("[{\"type\":\"thought\"}]");
        assertThat(details.of(TURN, log("node", "{\"id\":"), null)).isNull();
    }

    @Test
    void letsTheLargestDataOfNodesGoFirst() throws IOException {
        String kept = details.of(
                TURN,
                log(
                        "node",
                        "{\"id\":\"small\",\"type\":\"llm\",\"outputs\":{\"text\":\"short\"}}",
                        "node",
                        "{\"id\":\"large\",\"type\":\"llm\",\"inputs\":1,\"outputs\":{\"text\":\"" + "长".repeat(60_000)
                                + "\"}}",
                        "tool",
                        "{\"id\":\"t\",\"output\":\"" + "x".repeat(5_000) + "\"}"),
                null);

        List<JsonNode> parts = parts(kept);
        assertThat(parts.getFirst().get("outputs")).isNotNull();
        assertThat(parts.getFirst().get("shortened")).isNull();
        assertThat(parts.get(1).get("outputs")).isNull();
        assertThat(parts.get(1).get("inputs")).isNotNull();
        assertThat(text(parts.get(1), "shortened")).isEqualTo("true");
        assertThat(text(parts.get(2), "output")).hasSize(5_000);
    }

    @Test
    void cutsLongTextsThen() throws IOException {
        String output = "长".repeat(999) + "😀" + "长".repeat(4_000);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.addAll(List.of("tool", "{\"id\":\"" + i + "\",\"output\":\"" + output + "\"}"));
        }

        String kept = details.of(TURN, log(events.toArray(String[]::new)), null);

        assertThat(parts(kept)).hasSize(40).anySatisfy(part -> {
            assertThat(text(part, "output")).isEqualTo("长".repeat(999) + "…");
            assertThat(text(part, "shortened")).isEqualTo("true");
        });
        assertBounded(kept);
    }

    @Test
    void letsLaterNodesGoAndKeepsFormsAndThoughts() throws IOException {
        List<String> events = new ArrayList<>(List.of("form", "{\"form_id\":\"f\",\"state\":\"expired\"}"));
        for (int i = 0; i < 3_000; i++) {
            events.addAll(
                    List.of("node", "{\"id\":\"n" + i + "\",\"type\":\"code\",\"title\":\"Code number " + i + "\"}"));
        }
        events.addAll(List.of("thought", "{\"id\":\"t\",\"text\":\"last\"}"));

        String kept = details.of(TURN, log(events.toArray(String[]::new)), null);

        assertThat(types(kept)).contains("form").endsWith("thought");
        assertThat(text(parts(kept).get(1), "id")).isEqualTo("n0");
        assertThat(types(kept).stream().filter("node"::equals).count()).isBetween(1_000L, 2_999L);
        assertBounded(kept);
    }

    private static void assertBounded(@Nullable String kept) {
        assertThat(Objects.requireNonNull(kept).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(DetailBounds.MOST_BYTES);
    }
}
