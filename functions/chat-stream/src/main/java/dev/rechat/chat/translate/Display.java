package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.NodeDetail;
import java.util.List;
import java.util.Optional;

/**
 * What people are shown of a run beside its answer. What is left out here gets no number, is not stored and not sent, so nobody
 * finds it in a log or an export later.
 *
 * @param thoughts what agents think, and the tools they call
 */
public record Display(boolean thoughts, NodeDetail nodes, boolean citations) {

    public static Display of(App app) {
        return new Display(app.showThoughts(), app.showNodes(), app.showCitations());
    }

    /** What is left of these events. */
    public List<TurnEvent> of(List<TurnEvent> events) {
        return events.stream().flatMap(event -> of(event).stream()).toList();
    }

    private Optional<TurnEvent> of(TurnEvent event) {
        return switch (event) {
            case TurnEvent.Thought thought -> thoughts ? Optional.of(thought) : Optional.empty();
            case TurnEvent.Tool tool -> thoughts ? Optional.of(tool) : Optional.empty();
            case TurnEvent.Citation citation -> citations ? Optional.of(citation) : Optional.empty();
            case TurnEvent.Node node -> of(node);
            case TurnEvent.Turn _,
                    TurnEvent.Delta _,
                    TurnEvent.Replace _,
                    TurnEvent.File _,
                    TurnEvent.Form _,
                    TurnEvent.Title _,
                    TurnEvent.Usage _,
                    TurnEvent.Notice _,
                    TurnEvent.Done _,
                    TurnEvent.Failed _ -> Optional.of(event);
        };
    }

    /** What an agent within a workflow notes of its work are its thoughts and tools, though it comes as a step. */
    private Optional<TurnEvent> of(TurnEvent.Node node) {
        if (!thoughts && node.type().equals(Nodes.AGENT_LOG)) {
            return Optional.empty();
        }
        return switch (nodes) {
            case NONE -> Optional.empty();
            case STEPS -> Optional.of(node.withoutData());
            case FULL -> Optional.of(node);
        };
    }
}
