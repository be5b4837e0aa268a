package dev.rechat.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.health.HealthNote;
import dev.rechat.kernel.health.HealthProbe;
import dev.rechat.web.Api;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthIT {

    @Singleton
    @Requires(property = "test.database")
    record Probe(@Value("${test.database}") boolean answers) implements HealthProbe {

        @Override
        public String name() {
            return "database";
        }
    }

    @Singleton
    @Requires(property = "test.note")
    record Note(@Value("${test.note}") String tell) implements HealthNote {

        @Override
        public String name() {
            return "note";
        }
    }

    @Test
    void notesAreToldWhileAllIsWellAndMakeNothingUnhealthy() {
        try (Api api = Api.start(Map.of("test.database", true, "test.note", "none_enabled"))) {
            assertThat(api.get("/health").body())
                    .startsWith("{\"status\":\"healthy\",\"database\":\"up\",\"note\":\"none_enabled\",");
        }
        try (Api api = Api.start(Map.of("test.database", false, "test.note", "none_enabled"))) {
            assertThat(api.get("/health").body()).doesNotContain("note");
        }
    }

    @Test
    void tellsAnybodyThatAllIsWell() {
        try (Api api = Api.start(Map.of("test.database", true))) {
            var response = api.get("/health");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .matches("\\{\"status\":\"healthy\",\"database\":\"up\",\"version\":\"\\d+\\.\\d+\\.\\d+.*\"}");
        }
    }

    @Test
    void answers503WhenTheDatabaseIsDown() {
        try (Api api = Api.start(Map.of("test.database", false))) {
            var response = api.get("/health");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).startsWith("{\"status\":\"unhealthy\",\"database\":\"down\"");
        }
    }
}
