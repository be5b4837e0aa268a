package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.dify.payload.Thought;
import java.util.ArrayList;
import java.util.List;

/** An agent's thought is two things to a reader: what it thought, and the tool it called. */
final class Thoughts {

    private Thoughts() {}

    static List<TurnEvent> of(Thought thought) {
        List<TurnEvent> events = new ArrayList<>(2);
        String id = Text.of(thought.id());
        int position = thought.position() == null ? 0 : thought.position();
        String text = Text.of(thought.thought());
        if (!text.isEmpty()) {
            events.add(new TurnEvent.Thought(id, position, text));
        }
        String tool = Text.of(thought.tool());
        if (!tool.isEmpty()) {
            String output = Text.of(thought.observation());
            events.add(new TurnEvent.Tool(
                    id,
                    position,
                    tool,
                    Text.of(thought.toolInput()),
                    output,
                    output.isEmpty() ? "running" : "succeeded"));
        }
        return events;
    }
}
