package dev.rechat.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.FailureTranslator;
import dev.rechat.web.Api;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DependencyDownIT {

    @Singleton
    @Requires(property = "test.translator")
    static final class Translator implements FailureTranslator {

        @Override
        public Optional<AppException> translate(Throwable failure) {
            return Optional.of(new DependencyException(
                    ErrorCode.DATABASE_UNAVAILABLE, "the database does not answer", failure, Duration.ofSeconds(5)));
        }
    }

    @Test
    void tellsAFailureThatATranslatorKnows() {
        try (Api api = Api.start(Map.of("test.translator", true))) {
            var response = api.get("/api/v1/echo/defect");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("5");
            assertThat(Api.json(response).path("code").asText()).isEqualTo("database_unavailable");
            assertThat(response.body()).doesNotContain("SELECT");
        }
    }
}
