package dev.rechat.admin.app;

import dev.rechat.conversations.probe.Finding;
import dev.rechat.conversations.probe.ProbeStep;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found.
 *
 * @param steps as far as it came; the last one is where it ended
 * @param name the app's name in Dify; null when Dify did not tell
 * @param mode Dify's own spelling; null when Dify did not tell
 * @param latencyMs what the question for the app's description took
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ConnectionTest(
        boolean ok,
        List<Step> steps,
        @Nullable String name,
        @Nullable String mode,
        long latencyMs) {

    /**
     * One of {@link ProbeStep}.
     *
     * @param code what is wrong, or worth knowing; null when there is nothing to say
     * @param message the same for the administrator
     */
    @Serdeable
    record Step(
            String step,
            boolean ok,
            @Nullable String code,
            @Nullable String message) {

        static Step passed(ProbeStep step) {
            return new Step(step.code(), true, null, null);
        }

        static Step noted(ProbeStep step, String code, String message) {
            return new Step(step.code(), true, code, message);
        }

        static Step failed(Finding finding) {
            return new Step(finding.step().code(), false, finding.code(), finding.message());
        }
    }

    ConnectionTest {
        steps = List.copyOf(steps);
    }
}
