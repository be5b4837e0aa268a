package dev.rechat.web.upload;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/** Reads objects of JSON for routes that {@link TakesDocument}: as the framework reads bodies, but for their size. */
@Singleton
public final class JsonDocuments {

    private final JsonMapper json;
    private final Validator validator;

    JsonDocuments(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Reads the body and holds its constraints. Blocks.
     *
     * @throws IOException when it is no JSON, or not of this form
     * @throws ConstraintViolationException with everything that is wrong
     * @throws dev.rechat.kernel.error.RefusedException {@code payload_too_large}
     */
    public <T> T read(HttpRequest<?> request, Argument<T> type) throws IOException {
        T value = json.readValue(RequestBytes.read(request, TakesDocument.MAX_BYTES), type);
        Set<ConstraintViolation<T>> violations = validator.validate(Objects.requireNonNull(value));
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }
}
