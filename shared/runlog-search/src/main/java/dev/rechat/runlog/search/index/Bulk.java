package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.search.client.Refusals;
import dev.rechat.runlog.search.client.RefusedRequestException;
import dev.rechat.runlog.search.client.SearchClient;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends many operations and goes on until each is done, refused for good, or given up: none is lost because of another. */
final class Bulk {

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_OPERATIONS = 1_000;

    private final SearchClient client;

    Bulk(SearchClient client) {
        this.client = client;
    }

    /** What became of operations. */
    static final class Outcome {
        final List<Operation> taken = new ArrayList<>();
        final List<String> refused = new ArrayList<>();
        /** Those whose record had changed or come meanwhile. */
        final List<Operation> overtaken = new ArrayList<>();

        int deleted;

        @Nullable
        RunLogUnavailableException failure;
    }

    Outcome send(List<Operation> operations) {
        Outcome outcome = new Outcome();
        List<Operation> waiting = operations;
        for (int attempt = 1; ; attempt++) {
            List<Operation> again = new ArrayList<>();
            outcome.failure = null;
            parts(waiting).forEach(part -> send(part, outcome, again));
            if (again.isEmpty() || !client.pauseBefore(attempt)) {
                return outcome;
            }
            waiting = again;
        }
    }

    private List<List<Operation>> parts(List<Operation> operations) {
        List<List<Operation>> parts = new ArrayList<>();
        List<Operation> part = new ArrayList<>();
        long bytes = 0;
        for (Operation operation : operations) {
            long size = Sizes.of(operation.lines());
            if (!part.isEmpty() && (bytes + size > MOST_BYTES || part.size() == MOST_OPERATIONS)) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(operation);
            bytes += size;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private void send(List<Operation> part, Outcome outcome, List<Operation> again) {
        JsonNode answer;
        try {
            List<JsonNode> lines =
                    part.stream().flatMap(each -> each.lines().stream()).toList();
            answer = client.postLines("/_bulk", Map.of(), lines);
        } catch (RefusedRequestException refused) {
            // One that is too large, or malformed, takes its neighbours with it: they are sent without it.
            if (part.size() == 1) {
                outcome.refused.add(part.getFirst().name() + ": " + refused.status() + " " + refused.type());
            } else {
                send(part.subList(0, part.size() / 2), outcome, again);
                send(part.subList(part.size() / 2, part.size()), outcome, again);
            }
            return;
        } catch (RunLogUnavailableException unavailable) {
            // It was tried often enough already.
            outcome.failure = unavailable;
            return;
        }
        List<JsonNode> items = Fields.elements(answer, "items");
        if (items.size() != part.size()) {
            outcome.failure = new RunLogUnavailableException("the search server's answer lacks some records", null);
            return;
        }
        for (int at = 0; at < items.size(); at++) {
            sort(part.get(at), items.get(at).values().iterator().next(), outcome, again);
        }
    }

    private static void sort(Operation operation, JsonNode item, Outcome outcome, List<Operation> again) {
        int status = (int) Fields.number(item, "status");
        if (status >= 200 && status < 300) {
            outcome.taken.add(operation);
            outcome.deleted += "deleted".equals(Fields.textOrNull(item, "result")) ? 1 : 0;
            return;
        }
        JsonNode error = item.get("error");
        String said = error == null || !error.isObject() ? null : Fields.textOrNull(error, "type");
        String type = said == null ? "" : Refusals.word(said);
        if (operation.kind() == Operation.Kind.DELETE && status == 404) {
            // Gone already.
            outcome.taken.add(operation);
        } else if (status == 409 && operation.kind() == Operation.Kind.CREATE_ONCE) {
            outcome.taken.add(operation);
        } else if (status == 409 && operation.kind() != Operation.Kind.UPDATE) {
            outcome.overtaken.add(operation);
        } else if (status == 400 || status == 413) {
            outcome.refused.add(operation.name() + ": " + status + " " + type);
        } else {
            outcome.failure = Refusals.ofPart(status, type);
            if (status == 409 || Refusals.mayPass(status, type)) {
                again.add(operation);
            }
        }
    }

    /** About how large lines are, without writing them twice. */
    private static final class Sizes {

        static long of(List<JsonNode> lines) {
            return lines.stream().mapToLong(Sizes::of).sum();
        }

        private static long of(JsonNode node) {
            if (node.isString()) {
                return 2L + 2L * node.getStringValue().length();
            }
            long size = 8;
            if (node.isObject()) {
                for (Map.Entry<String, JsonNode> member : node.entries()) {
                    size += member.getKey().length() + 4 + of(member.getValue());
                }
            } else if (node.isArray()) {
                for (JsonNode element : node.values()) {
                    size += of(element);
                }
            }
            return size;
        }
    }
}
