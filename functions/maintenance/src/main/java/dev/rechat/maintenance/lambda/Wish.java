package dev.rechat.maintenance.lambda;

import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event wants done.
 *
 * @param migrate whether the schema is to be brought up to date first; never unless the event says so
 * @param tasks empty for all
 */
record Wish(boolean migrate, Set<TaskName> tasks, boolean dryRun) {

    private static final String MIGRATE = "migrate";

    Wish {
        tasks = Set.copyOf(tasks);
    }

    /**
     * Reads {@code {"task": […], "dry_run": …}}; one task may stand there without a list. A schedule's own event
     * (EventBridge) says nothing of that and wants all; what its rule was given as detail counts.
     *
     * @throws IllegalArgumentException when it says something else; the message is for whoever sent it
     */
    static Wish of(JsonNode event) {
        if (!event.isObject()) {
            throw new IllegalArgumentException("the event is no JSON object");
        }
        JsonNode detail = event.get("detail");
        JsonNode wish = event.get("detail-type") != null && detail != null && detail.isObject() ? detail : event;
        Set<TaskName> tasks = EnumSet.noneOf(TaskName.class);
        boolean migrate = false;
        for (String name : names(wish.get("task"))) {
            if (name.equals(MIGRATE)) {
                migrate = true;
            } else {
                tasks.add(TaskName.of(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no task of that name")));
            }
        }
        JsonNode dryRun = wish.get("dry_run");
        if (dryRun != null && !dryRun.isBoolean()) {
            throw new IllegalArgumentException("dry_run must be true or false");
        }
        return new Wish(migrate, tasks, dryRun != null && dryRun.getBooleanValue());
    }

    /** Whether there is anything to do but to migrate. */
    boolean housekeeping() {
        return !migrate || !tasks.isEmpty();
    }

    private static List<String> names(@Nullable JsonNode task) {
        List<String> names = new ArrayList<>();
        if (task != null && task.isArray()) {
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
