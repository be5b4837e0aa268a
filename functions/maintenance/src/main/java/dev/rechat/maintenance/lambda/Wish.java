package dev.rechat.maintenance.lambda;

import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event wants done.
 *
 * @param migrate whether the schema is to be brought up to date first; never unless the event says so
 * @param tasks empty for all
 */
record Wish(boolean migrate, Set<TaskName> tasks, boolean dryRun) {

    /** Of an event that wants something else. */
    static final Wish NOTHING = new Wish(false, Set.of(), true);

    private static final String MIGRATE = "migrate";
    private static final String TASK = "task";
    private static final String DRY_RUN = "dry_run";

    /** What only EventBridge's envelope has. */
    private static final String ENVELOPE = "detail-type";

    Wish {
        tasks = Set.copyOf(tasks);
    }

    /**
     * Reads {@code {"task": […], "dry_run": …}}; one task may stand there without a list. A schedule's own event
     * (EventBridge) says nothing of that and wants all; what its rule was given as detail counts. Anything else is refused: who
     * has mistyped a wish for a trial, or for one task, must not get all of them for real.
     *
     * @throws IllegalArgumentException when it says something else; the message is for whoever sent it
     */
    static Wish of(JsonNode event) {
        if (!event.isObject()) {
            throw new IllegalArgumentException("the event is no JSON object");
        }
        JsonNode wish = event.get(ENVELOPE) == null ? event : detail(event);
        for (var member : wish.entries()) {
            if (!member.getKey().equals(TASK) && !member.getKey().equals(DRY_RUN)) {
                throw new IllegalArgumentException("the event may have task and dry_run, nothing else");
            }
        }
        Set<TaskName> tasks = EnumSet.noneOf(TaskName.class);
        boolean migrate = false;
        for (String name : names(wish.get(TASK))) {
            if (name.equals(MIGRATE)) {
                migrate = true;
            } else {
                tasks.add(TaskName.of(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no task of that name")));
            }
        }
        JsonNode dryRun = wish.get(DRY_RUN);
        if (dryRun != null && !dryRun.isBoolean()) {
            throw new IllegalArgumentException("dry_run must be true or false");
        }
        return new Wish(migrate, tasks, dryRun != null && dryRun.getBooleanValue());
    }

    private static JsonNode detail(JsonNode envelope) {
        if (envelope.get(TASK) != null || envelope.get(DRY_RUN) != null) {
            throw new IllegalArgumentException("task and dry_run belong into the event's detail");
        }
        JsonNode detail = envelope.get("detail");
        if (detail == null || detail.isNull()) {
            return JsonNode.createObjectNode(Map.of());
        }
        if (!detail.isObject()) {
            throw new IllegalArgumentException("the event's detail is no JSON object");
        }
        return detail;
    }

    /** Whether there is anything to do but to migrate. */
    boolean housekeeping() {
        return !migrate || !tasks.isEmpty();
    }

    private static List<String> names(@Nullable JsonNode task) {
        List<String> names = new ArrayList<>();
        if (task != null && task.isArray()) {
            if (task.size() == 0) {
                throw new IllegalArgumentException("task is an empty list; leave it out for all tasks");
            }
            task.values().forEach(each -> names.add(text(each)));
        } else if (task != null) {
            names.add(text(task));
        }
        return names;
    }

    private static String text(JsonNode name) {
        if (!name.isString()) {
            throw new IllegalArgumentException("task must be a name or a list of names");
        }
        return name.getStringValue();
    }
}
