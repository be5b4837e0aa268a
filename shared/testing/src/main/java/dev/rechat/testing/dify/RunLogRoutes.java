package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** What a workflow app has been asked for. Of a chatflow Dify writes no such log, so the list is empty. */
final class RunLogRoutes {

    private static final int MOST_PAGES = 99_999;
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 20;

    private final Queue<Refusal> faults = new ConcurrentLinkedQueue<>();

    List<Route> routes() {
        return List.of(Route.get("/workflows/logs", this::logs));
    }

    void next(Refusal fault) {
        faults.add(fault);
    }

    private void logs(Call call) {
        call.requireGraph();
        Optional<Refusal> fault = Optional.ofNullable(faults.poll());
        if (fault.isPresent()) {
            Router.send(call.exchange(), fault.get());
            return;
        }
        int page = call.number("page", 1, MOST_PAGES);
        int limit = call.number("limit", USUAL_PAGE, LARGEST_PAGE);
        Predicate<WorkflowRun> wanted = bound(
                        call,
                        "created_at__after",
                        (run, time) -> !run.createdAt().isBefore(time))
                .and(bound(
                        call,
                        "created_at__before",
                        (run, time) -> !run.createdAt().isAfter(time)));
        List<WorkflowRun> logged = call.app().mode() == AppMode.WORKFLOW
                ? call.state().runs().all().stream()
                        .filter(wanted)
                        .sorted(Comparator.comparing(WorkflowRun::createdAt).reversed())
                        .toList()
                : List.of();
        int from = Math.min(logged.size(), (page - 1) * limit);
        int to = Math.min(logged.size(), from + limit);
        ObjectNode json = Json.object()
                .put("page", page)
                .put("limit", limit)
                .put("total", logged.size())
                .put("has_more", to < logged.size());
        ArrayNode data = json.putArray("data");
        logged.subList(from, to).forEach(run -> data.add(row(call.state(), run)));
        call.answer(200, json);
    }

    private static ObjectNode row(AppState state, WorkflowRun run) {
        ObjectNode row = Json.object()
                .put(
                        "id",
                        UUID.nameUUIDFromBytes((run.id() + " log").getBytes(StandardCharsets.UTF_8))
                                .toString());
        ObjectNode told = run.toJson();
        told.remove(List.of("workflow_id", "inputs", "outputs"));
        row.set(
                "workflow_run",
                told.put("version", "2026-01-01 10:00:00")
                        .put("triggered_from", "app-run")
                        .put("exceptions_count", 0));
        row.putNull("details")
                .put("created_from", "service-api")
                .put("created_by_role", "end_user")
                .putNull("created_by_account");
        row.putObject("created_by_end_user")
                .put("id", state.endUserId(run.user()))
                .put("type", "service_api")
                .put("is_anonymous", false)
                .put("session_id", run.user());
        return row.put("created_at", run.createdAt().getEpochSecond());
    }

    private static Predicate<WorkflowRun> bound(Call call, String name, Bound bound) {
        Optional<Instant> time = call.request().parameter(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException malformed) {
                throw DifyError.invalidParameter(
                        "1 validation error for query\n" + name + "\n  Invalid isoformat string");
            }
        });
        return run -> time.isEmpty() || bound.holds(run, time.get());
    }

    /** Whether a run is on the right side of a time, which belongs to it. */
    @FunctionalInterface
    private interface Bound {
        boolean holds(WorkflowRun run, Instant time);
    }
}
