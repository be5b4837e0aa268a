package dev.rechat.chat.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.persistence.app.NodeDetail;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private static final TurnEvent THOUGHT = new TurnEvent.Thought("t", 1, "hm");
    private static final TurnEvent TOOL = new TurnEvent.Tool("t", 1, "clock", "{}", "noon", "succeeded");
    private static final TurnEvent CITATION = new TurnEvent.Citation(1, "handbook", "house", 0.5, "words");
    private static final TurnEvent NODE = node("llm", "boom: {\"secret\":1}", json());
    private static final TurnEvent LOG = node("agent-log", null, json());
    private static final List<TurnEvent> BESIDE = List.of(THOUGHT, TOOL, CITATION, NODE, LOG);
    private static final List<TurnEvent> OTHERS = List.of(
            new TurnEvent.Delta("text"),
            new TurnEvent.Replace("text", ""),
            new TurnEvent.File("f", "a.png", "image", null, "image/png", "/api/v1/chat/files/f"),
            new TurnEvent.Form("f", null, null, List.of(), List.of(), json(), null, "open"),
            new TurnEvent.Usage(1L, 1L, 2L, "0.1", "USD", 5, 2L),
            new TurnEvent.Notice("context_reset", "words"));

    @Test
    void leavesEverythingWhereAllIsShown() {
        assertThat(new Display(true, NodeDetail.FULL, true).of(BESIDE)).isEqualTo(BESIDE);
    }

    @Test
    void leavesOutThoughtsToolsAndTheLogsOfAgents() {
        assertThat(new Display(false, NodeDetail.FULL, true).of(BESIDE)).containsExactly(CITATION, NODE);
    }

    @Test
    void leavesOutCitations() {
        assertThat(new Display(true, NodeDetail.FULL, false).of(BESIDE)).containsExactly(THOUGHT, TOOL, NODE, LOG);
    }

    @Test
    void leavesOutNodes() {
        assertThat(new Display(true, NodeDetail.NONE, true).of(BESIDE)).containsExactly(THOUGHT, TOOL, CITATION);
    }

    @Test
    void tellsOfStepsHowTheyWentAndNothingThatWentThroughThem() {
        assertThat(new Display(true, NodeDetail.STEPS, true).of(List.of(NODE)))
                .containsExactly(
                        new TurnEvent.Node("n", "1", "llm", "Ask", "failed", 3, "parent", 12L, null, null, null));
    }

    @Test
    void neverTouchesAnythingElse() {
        assertThat(new Display(false, NodeDetail.NONE, false).of(OTHERS)).isEqualTo(OTHERS);
    }

    private static TurnEvent node(String type, @Nullable String error, JsonNode data) {
        return new TurnEvent.Node("n", "1", type, "Ask", "failed", 3, "parent", 12L, error, data, data);
    }

    private static JsonNode json() {
        return JsonNode.createObjectNode(Map.of("secret", JsonNode.createNumberNode(1)));
    }
}
