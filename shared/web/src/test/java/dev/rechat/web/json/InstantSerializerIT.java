package dev.rechat.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.web.Api;
import org.junit.jupiter.api.Test;

class InstantSerializerIT {

    @Test
    void writesMillisecondsAlsoWhenTheyAreZero() {
        try (Api api = Api.start()) {
            assertThat(api.get("/api/v1/echo/time").body()).isEqualTo("{\"whole\":\"2026-01-02T03:04:05.000Z\"}");
        }
    }
}
