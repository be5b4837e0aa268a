package dev.rechat.conversation.export;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.exchange.MessageOutline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a tree is read: the branch of the newest message from its beginning to its end, and after each message of
 * it what stands beside that one, with everything that follows there.
 */
final class BranchOrder {

    /**
     * A message in its place.
     *
     * @param number its place in time, from 1
     * @param after the number of the message that it follows; 0 for a first one
     * @param beside whether it is off the newest branch
     */
    record Place(MessageOutline outline, int number, int after, boolean beside) {}

    private final List<MessageOutline> oldestFirst;
    private final Map<MessageId, Integer> numbers = new HashMap<>();
    private final Map<@Nullable MessageId, List<MessageOutline>> children = new LinkedHashMap<>();
    private final List<Place> order = new ArrayList<>();

    private BranchOrder(List<MessageOutline> oldestFirst) {
        this.oldestFirst = oldestFirst;
    }

    static List<Place> of(List<MessageOutline> oldestFirst) {
        BranchOrder tree = new BranchOrder(oldestFirst);
        tree.index();
        tree.walk();
        return tree.order;
    }

    private void index() {
        for (MessageOutline each : oldestFirst) {
            children.computeIfAbsent(parent(each), _ -> new ArrayList<>()).add(each);
            numbers.put(each.id(), numbers.size() + 1);
        }
    }

    /** Ids grow with time: a parent that has not come yet is none. */
    private @Nullable MessageId parent(MessageOutline message) {
        return message.parentId() != null && numbers.containsKey(message.parentId()) ? message.parentId() : null;
    }

    private void walk() {
        Set<MessageId> newest = newestBranch();
        @Nullable MessageId above = null;
        while (true) {
            List<MessageOutline> here = children.getOrDefault(above, List.of());
            @Nullable
            MessageOutline main = here.stream()
                    .filter(each -> newest.contains(each.id()))
                    .findFirst()
                    .orElse(null);
            if (main == null) {
                here.forEach(this::addWithAllBelow);
                return;
            }
            add(main, false);
            here.stream().filter(each -> !each.equals(main)).forEach(this::addWithAllBelow);
            above = main.id();
        }
    }

    private Set<MessageId> newestBranch() {
        Map<MessageId, MessageOutline> byId = new HashMap<>();
        oldestFirst.forEach(each -> byId.put(each.id(), each));
        Set<MessageId> branch = new HashSet<>();
        @Nullable MessageOutline at = oldestFirst.isEmpty() ? null : oldestFirst.getLast();
        while (at != null && branch.add(at.id())) {
            at = at.parentId() == null ? null : byId.get(at.parentId());
        }
        return branch;
    }

    private void addWithAllBelow(MessageOutline top) {
        Deque<MessageOutline> waiting = new ArrayDeque<>(List.of(top));
        while (!waiting.isEmpty()) {
            MessageOutline next = waiting.pop();
            add(next, true);
            children.getOrDefault(next.id(), List.of()).reversed().forEach(waiting::push);
        }
    }

    private void add(MessageOutline message, boolean beside) {
        order.add(new Place(
                message,
                numbers.getOrDefault(message.id(), 0),
                message.parentId() == null ? 0 : numbers.getOrDefault(message.parentId(), 0),
                beside));
    }
}
