package dev.rechat.conversation.importing;

import dev.rechat.persistence.turn.TurnStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a document's messages a tree as we keep it: questions at the beginning and after answers, answers after questions,
 * every question answered, every message after the one that it follows. What does not fit:
 *
 * <ul>
 *   <li>messages of others than people and models are left out; what followed them follows what they followed
 *   <li>a message after one that there is not, or after itself by whatever way, stands at the beginning
 *   <li>an answer without a question gets one that says nothing
 *   <li>a question without an answer, or with another question after it, gets an empty answer
 *   <li>an answer in the making was interrupted
 * </ul>
 */
final class MessageTree {

    private final IncomingConversation conversation;
    private final Warnings warnings;
    private final List<MessageNode> nodes = new ArrayList<>();
    private final Map<String, IncomingMessage> byId = new HashMap<>();
    private final Map<String, MessageNode> kept = new HashMap<>();
    private final Map<MessageNode, MessageNode> questions = new IdentityHashMap<>();
    private @Nullable MessageNode firstQuestion;

    private MessageTree(IncomingConversation conversation, Warnings warnings) {
        this.conversation = conversation;
        this.warnings = warnings;
    }

    /**
     * In the order in which they are to get their ids.
     *
     * @param begun when the conversation began
     * @param now nothing is later
     */
    static List<PlacedMessage> of(IncomingConversation conversation, Instant begun, Instant now, Warnings warnings) {
        MessageTree tree = new MessageTree(conversation, warnings);
        tree.keep();
        tree.connect();
        tree.cutCircles();
        tree.alternate();
        return tree.placed(tree.order(), begun, now);
    }

    private void keep() {
        for (IncomingMessage message : conversation.messages()) {
            byId.putIfAbsent(message.id(), message);
            if (message.role() == Role.OTHER) {
                warnings.add(Warning.OTHER_ROLES);
            } else {
                MessageNode node = new MessageNode(finished(message), nodes.size());
                nodes.add(node);
                kept.putIfAbsent(message.id(), node);
            }
        }
    }

    private IncomingMessage finished(IncomingMessage message) {
        if (message.status() != TurnStatus.STREAMING && message.status() != TurnStatus.PAUSED) {
            return message;
        }
        warnings.add(Warning.UNFINISHED);
        return new IncomingMessage(
                message.id(),
                message.parent(),
                message.role(),
                message.content(),
                TurnStatus.INTERRUPTED,
                message.createdAt(),
                message.files(),
                message.feedback(),
                message.usage());
    }

    private void connect() {
        Map<String, Optional<MessageNode>> above = new HashMap<>();
        for (MessageNode node : nodes) {
            String wanted = node.message.parent();
            node.follow(wanted == null ? null : keptAbove(wanted, above));
        }
    }

    /** @param known what stands above those that are left out, as far as somebody has asked */
    private @Nullable MessageNode keptAbove(String id, Map<String, Optional<MessageNode>> known) {
        Set<String> passed = new HashSet<>();
        @Nullable String at = id;
        while (at != null
                && !kept.containsKey(at)
                && !known.containsKey(at)
                && byId.containsKey(at)
                && passed.add(at)) {
            at = Objects.requireNonNull(byId.get(at)).parent();
        }
        @Nullable MessageNode found = at == null ? null : kept.get(at);
        if (found == null && at != null) {
            found = known.getOrDefault(at, Optional.empty()).orElse(null);
            if (!known.containsKey(at)) {
                warnings.add(Warning.UNKNOWN_PARENTS);
            }
        }
        Optional<MessageNode> answer = Optional.ofNullable(found);
        passed.forEach(each -> known.put(each, answer));
        return found;
    }

    /** Of each circle, the message that stands first in the document is taken out of it. */
    private void cutCircles() {
        Set<MessageNode> sound = new HashSet<>();
        for (MessageNode node : nodes) {
            Set<MessageNode> path = new HashSet<>();
            @Nullable MessageNode at = node;
            while (at != null && !sound.contains(at) && path.add(at)) {
                at = at.parent;
            }
            if (at != null && path.contains(at)) {
                warnings.add(Warning.UNKNOWN_PARENTS);
                firstOfCircle(at).follow(null);
            }
            sound.addAll(path);
        }
    }

    private static MessageNode firstOfCircle(MessageNode start) {
        MessageNode first = start;
        for (MessageNode at = start.parent; at != null && at != start; at = at.parent) {
            first = at.position < first.position ? at : first;
        }
        return first;
    }

    private void alternate() {
        for (MessageNode node : List.copyOf(nodes)) {
            MessageNode before = node.parent;
            if (node.role() == Role.ASSISTANT && (before == null || before.role() == Role.ASSISTANT)) {
                node.follow(questionAfter(before, node));
            } else if (node.role() == Role.USER && before != null && before.role() == Role.USER) {
                node.follow(answerTo(before));
            }
        }
        for (MessageNode node : List.copyOf(nodes)) {
            if (node.role() == Role.USER && node.children.isEmpty()) {
                answerTo(node);
            }
        }
    }

    /** One for all answers that stand in this place: they are versions of each other. */
    private MessageNode questionAfter(@Nullable MessageNode before, MessageNode answer) {
        @Nullable MessageNode known = before == null ? firstQuestion : questions.get(before);
        if (known != null) {
            return known;
        }
        warnings.add(Warning.UNASKED);
        MessageNode question = new MessageNode(PlacedMessage.unasked(answer.message.createdAt()), answer.position);
        nodes.add(question);
        question.follow(before);
        if (before == null) {
            firstQuestion = question;
        } else {
            questions.put(before, question);
        }
        return question;
    }

    private MessageNode answerTo(MessageNode question) {
        MessageNode answer = question.placeholder;
        if (answer == null) {
            warnings.add(Warning.UNANSWERED);
            answer = new MessageNode(PlacedMessage.unanswered(question.message.createdAt()), question.position);
            answer.follow(question);
            nodes.add(answer);
            question.placeholder = answer;
        }
        return answer;
    }

    /** By time or as in the document, but nothing before what it follows; what was shown last comes last. */
    private List<MessageNode> order() {
        @Nullable MessageNode last = conversation.current() == null ? null : kept.get(conversation.current());
        if (last != null && !last.children.isEmpty()) {
            last = null;
        }
        PriorityQueue<MessageNode> ready = new PriorityQueue<>(
                Comparator.comparingLong((MessageNode node) -> conversation.timed() ? node.time() : 0)
                        .thenComparingInt(node -> node.position));
        nodes.stream().filter(node -> node.parent == null).forEach(ready::add);
        List<MessageNode> ordered = new ArrayList<>(nodes.size());
        boolean waits = false;
        while (!ready.isEmpty()) {
            MessageNode next = ready.poll();
            if (next == last) {
                waits = true;
                continue;
            }
            ordered.add(next);
            ready.addAll(next.children);
        }
        if (waits && last != null) {
            ordered.add(last);
        }
        return ordered;
    }

    private List<PlacedMessage> placed(List<MessageNode> ordered, Instant begun, Instant now) {
        Map<MessageNode, Integer> places = new IdentityHashMap<>();
        List<PlacedMessage> placed = new ArrayList<>(ordered.size());
        for (MessageNode node : ordered) {
            int parent = node.parent == null ? -1 : places.getOrDefault(node.parent, -1);
            Instant at = node.message.createdAt();
            if (at == null) {
                at = parent < 0 ? begun : placed.get(parent).createdAt();
            }
            places.put(node, placed.size());
            placed.add(new PlacedMessage(node.message, parent, Times.within(at, now)));
        }
        return placed;
    }
}
