package dev.rechat.persistence.maintenance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task.
 *
 * @param id a UUIDv7: ids are in the order of time
 * @param task {@link TaskName#wireName()}
 * @param finishedAt null while it runs, and of a process that was killed
 * @param done how many of what the task counts
 * @param problem what went wrong, for operators; null when nothing did
 */
@MappedEntity("maintenance_runs")
public record MaintenanceRun(
        @Id String id,
        String task,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long done,
        @Nullable String problem) {

    /** As much of a problem as there is room for. */
    public static final int MAX_PROBLEM = 500;
}
