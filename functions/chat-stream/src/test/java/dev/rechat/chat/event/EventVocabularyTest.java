package dev.rechat.chat.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.turns.log.Frame;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Code, schema and documentation speak of the same events. */
class EventVocabularyTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^`(\\w+)`: [^`].*?^```json\\n(.*?)\\n```");
    private static final Map<String, Object> SETTINGS = Map.of(
            "rechat.jwt.keys", "test:not-a-secret-but-long-enough-for-HS256",
            "rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    private static final UUID ID = UUID.fromString("01a1fd84-1eb5-73c3-a210-5e5e0e0e9639");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final JsonNode OBJECT = JsonNode.createObjectNode(Map.of("key", JsonNode.createNumberNode(1)));

    /** One of each, with everything that can be left out. */
    private static final List<TurnEvent> WHOLE = List.of(
            new TurnEvent.Turn(
                    new TurnId(ID), new ConversationId(ID), new MessageId(ID), new MessageId(ID), new AppId(ID), NOON),
            new TurnEvent.Delta("text\nand \"more\""),
            new TurnEvent.Replace("text", "output_moderation"),
            new TurnEvent.Thought("t", 1, "text"),
            new TurnEvent.Tool("t", 1, "search", "{}", "found", "succeeded"),
            new TurnEvent.Node("n", "llm", "llm", "Think", "failed", 1, "loop", 12L, "broke", OBJECT, OBJECT),
            new TurnEvent.File(ID.toString(), "a.png", "image", 7L, "image/png", "/api/v1/chat/files/" + ID),
            new TurnEvent.Citation(1, "document", "dataset", 0.5, "content"),
            new TurnEvent.Form("f", "title", "content", List.of(OBJECT), List.of(), OBJECT, NOON, "open"),
            new TurnEvent.Title("title"),
            new TurnEvent.Usage(1L, 2L, 3L, "0.01", "USD", 5L, 6L),
            new TurnEvent.Notice("context_reset", "message"),
            new TurnEvent.Done("completed", "stop"),
            new TurnEvent.Failed("dify_timeout", "message", true, "code", "request"));

    private static List<Frame> frames() {
        try (ApplicationContext context = ApplicationContext.run(SETTINGS)) {
            TurnEventEncoder encoder = context.getBean(TurnEventEncoder.class);
            List<Frame> frames = new ArrayList<>();
            for (TurnEvent event : WHOLE) {
                frames.add(Frame.of(encoder.encode(frames.size() + 1, event)));
            }
            return frames;
        }
    }

    private static List<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(EventSchema.DOCS.resolve("api.md"), UTF_8))
                .results()
                .toList();
    }

    @Test
    void everyEventIsWrittenAsTheSchemaSays() {
        assertThat(WHOLE)
                .hasSameSizeAs(TurnEvent.class.getPermittedSubclasses())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(TurnEvent.class.getPermittedSubclasses()));
        assertThat(frames())
                .allSatisfy(frame -> assertThat(EventSchema.problems(frame.name(), frame.data()))
                        .isEmpty());
    }

    @Test
    void everyEventIsDocumentedWithAnExample() throws IOException {
        assertThat(examples())
                .extracting(example -> example.group(1))
                .containsAll(frames().stream().map(Frame::name).toList());
        assertThat(examples().subList(0, WHOLE.size()))
                .allSatisfy(example -> assertThat(EventSchema.problems(example.group(1), example.group(2)))
                        .isEmpty());
    }

    @Test
    void theSchemaRefusesWhatIsNoEvent() {
        assertThat(EventSchema.problems("delta", "{\"text\":1}")).isNotEmpty();
        assertThat(EventSchema.problems("delta", "{\"text\":\"a\",\"more\":1}")).isNotEmpty();
        assertThat(EventSchema.problems("dance", "{}")).isNotEmpty();
        assertThat(EventSchema.problems("file", "{\"id\":\"x\"}")).isNotEmpty();
    }
}
