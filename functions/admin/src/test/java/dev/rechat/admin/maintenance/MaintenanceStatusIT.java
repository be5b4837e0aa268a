package dev.rechat.admin.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.admin.House;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.persistence.maintenance.MaintenanceRun;
import dev.rechat.persistence.maintenance.MaintenanceRunRepository;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.testing.api.ApiClient;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MaintenanceStatusIT {

    private static final Instant BEGUN = Instant.parse("2026-03-02T08:00:00Z");

    @AutoClose
    private final House house = new House(Map.of());

    private final ApiClient admin = house.as(house.person("admin"));

    @Test
    void showsEveryTaskWithWhatBecameOfItLately() {
        for (int i = 1; i <= 7; i++) {
            run(TaskName.TRASH, i, null);
        }
        run(TaskName.AUDIT, 3, "the audit log is not as it was sealed at position 4");

        JsonNode tasks = admin.get("/api/v1/admin/maintenance").json().path("data");

        assertThat(tasks).hasSize(TaskName.values().length);
        JsonNode trash = tasks.get(0);
        assertThat(trash.path("name").asText()).isEqualTo("trash");
        assertThat(trash.path("every").asText()).isEqualTo("minute");
        assertThat(trash.path("runs").findValuesAsText("done")).containsExactly("7", "6", "5", "4", "3");
        assertThat(trash.path("runs").get(0).has("problem")).isFalse();
        JsonNode audit = tasks.get(TaskName.AUDIT.ordinal());
        assertThat(audit.path("runs").get(0).path("problem").asText()).contains("at position 4");
        assertThat(tasks.get(TaskName.UPLOADS.ordinal()).path("runs")).isEmpty();
    }

    private void run(TaskName task, long done, @Nullable String problem) {
        String id = house.bean(IdGenerator.class).next().toString();
        house.bean(MaintenanceRunRepository.class)
                .save(new MaintenanceRun(id, task.wireName(), BEGUN, BEGUN.plusSeconds(1), done, problem));
    }
}
