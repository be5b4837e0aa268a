package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a worker publishes about a run, for all who follow it. As in Dify, it is not kept: who comes later gets a
 * snapshot of what is stored, if he asks for one, and what is published from then on.
 */
final class Broadcast {

    private record Subscription(Follower follower, boolean staysInPause, boolean staysAtEnd) {}

    private static final List<String> DETAILS =
            List.of("inputs", "process_data", "outputs", "execution_metadata", "extras", "agent_strategy");

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<ObjectNode> history = new ArrayList<>();
    private final List<ObjectNode> pause = new ArrayList<>();
    private boolean ended;

    /** An event of which a snapshot may tell again. */
    synchronized void publish(ObjectNode event, byte[] frame) {
        switch (event.path("event").asText()) {
            case "workflow_started" -> {
                history.removeIf(earlier -> earlier.path("event").asText().equals("workflow_started"));
                history.addFirst(event.deepCopy());
                pause.clear();
            }
            case "node_started", "node_finished" -> history.add(withoutDetails(event));
            case "human_input_required", "workflow_paused" -> pause.add(event.deepCopy());
            default -> {}
        }
        publish(frame);
        switch (event.path("event").asText()) {
            case "workflow_paused" -> close(subscription -> !subscription.staysInPause());
            case "workflow_finished" -> {
                ended = true;
                close(subscription -> !subscription.staysAtEnd());
            }
            default -> {}
        }
    }

    private void close(Predicate<Subscription> which) {
        subscriptions.stream()
                .filter(which)
                .forEach(subscription -> subscription.follower().end());
        subscriptions.removeIf(which);
    }

    private static ObjectNode withoutDetails(ObjectNode event) {
        ObjectNode copy = event.deepCopy();
        if (copy.path("data") instanceof ObjectNode data) {
            DETAILS.stream().filter(data::has).forEach(data::putNull);
        }
        return copy;
    }

    synchronized void publish(byte[] frame) {
        subscriptions.forEach(subscription -> subscription.follower().offer(frame));
    }

    /** The run is over, with or without the event that closes streams; without it they are left hanging. */
    synchronized void end() {
        ended = true;
    }

    /** Follows from now on; nobody when the run is over. */
    synchronized Optional<Follower> follow(boolean continueOnPause) {
        return subscribe(new Follower(), continueOnPause, continueOnPause);
    }

    /**
     * Follows from now on and tells first what was before.
     *
     * @param answer the event that tells the stored answer, in a chatflow
     */
    synchronized Optional<Follower> followWithSnapshot(Optional<ObjectNode> answer, boolean continueOnPause) {
        Follower follower = new Follower();
        List<ObjectNode> snapshot = new ArrayList<>(history);
        answer.ifPresent(event -> snapshot.add(Math.min(1, snapshot.size()), event));
        snapshot.addAll(pause);
        snapshot.forEach(event -> follower.offer(Run.frame(event)));
        if (!pause.isEmpty() && !continueOnPause) {
            follower.end();
        }
        return subscribe(follower, continueOnPause, false);
    }

    private Optional<Follower> subscribe(Follower follower, boolean staysInPause, boolean staysAtEnd) {
        if (ended) {
            return Optional.empty();
        }
        subscriptions.add(new Subscription(follower, staysInPause, staysAtEnd));
        return Optional.of(follower);
    }

    synchronized void leave(Follower follower) {
        subscriptions.removeIf(subscription -> subscription.follower() == follower);
    }
}
