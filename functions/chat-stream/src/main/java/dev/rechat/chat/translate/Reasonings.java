package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.dify.payload.ReasoningPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What models reason beside the answer (Dify 1.16+). It comes in pieces and is told once, whole, as a thought. */
final class Reasonings {

    private final Map<String, StringBuilder> byNode = new HashMap<>();

    List<TurnEvent> add(ReasoningPart part) {
        String node = Text.of(part.nodeId());
        StringBuilder text = byNode.computeIfAbsent(node, first -> new StringBuilder());
        text.append(Text.of(part.reasoning()));
        return Boolean.TRUE.equals(part.isFinal()) && !text.isEmpty()
                ? List.of(new TurnEvent.Thought("reasoning-" + node, 0, text.toString()))
                : List.of();
    }
}
