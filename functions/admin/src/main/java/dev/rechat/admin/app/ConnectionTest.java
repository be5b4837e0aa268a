package dev.rechat.admin.app;

import dev.rechat.dify.DifyAppDescription;
import dev.rechat.kernel.error.AppException;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found.
 *
 * @param mode Dify's own spelling; null when the test failed
 * @param name the app's name in Dify; null when the test failed
 * @param problem null when all is well
 */
@Serdeable
record ConnectionTest(
        boolean ok,
        @Nullable String mode,
        @Nullable String name,
        @Nullable Problem problem) {

    /** What is wrong: a code of the API, and a sentence for the administrator. */
    @Serdeable
    record Problem(String code, String detail) {}

    static ConnectionTest passed(DifyAppDescription description) {
        return new ConnectionTest(true, description.mode().wireName(), description.name(), null);
    }

    static ConnectionTest failed(AppException failure) {
        return new ConnectionTest(
                false, null, null, new Problem(failure.code().code(), String.valueOf(failure.getMessage())));
    }
}
