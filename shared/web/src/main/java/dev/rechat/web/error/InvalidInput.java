package dev.rechat.web.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.Id;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolationException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the framework's exceptions about input mean in our words. */
final class InvalidInput {

    private static final int DEEPEST_CAUSE = 20;

    private InvalidInput() {}

    /** Empty when the failure is not about what the caller sent. */
    static Optional<AppException> of(Throwable failure) {
        @Nullable SerdeException field = null;
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            switch (cause) {
                case AppException told -> {
                    return Optional.of(told);
                }
                case ConstraintViolationException violated -> {
                    return Optional.of(new ValidationException(Violations.errors(violated)));
                }
                case JsonProcessingException _, JsonSyntaxException _, CharacterCodingException _ -> {
                    return Optional.of(new PlainFailure(ErrorCode.MALFORMED_JSON));
                }
                case SerdeException decoding -> field = field == null ? decoding : field;
                default -> {}
            }
            cause = cause.getCause();
        }
        if (field != null) {
            return Optional.of(new ValidationException(List.of(JsonFields.error(field))));
        }
        return switch (failure) {
            case ConversionErrorException wrong -> Optional.of(unreadable(wrong.getArgument()));
            case UnsatisfiedRouteException missing -> Optional.of(missing(missing.getArgument()));
            default -> Optional.empty();
        };
    }

    /** A path with something else where an id belongs names nothing, as a path with an unknown id does. */
    private static AppException unreadable(Argument<?> argument) {
        if (Id.class.isAssignableFrom(argument.getType()) && !isOutsideThePath(argument)) {
            return new NotFoundException("object");
        }
        return new ValidationException(name(argument), "invalid", "cannot be read");
    }

    private static AppException missing(Argument<?> argument) {
        return new ValidationException(name(argument), "required", "must be given");
    }

    private static String name(Argument<?> argument) {
        return argument.getAnnotationMetadata().hasAnnotation(Body.class)
                ? "body"
                : FieldNames.wire(argument.getName());
    }

    private static boolean isOutsideThePath(Argument<?> argument) {
        var annotations = argument.getAnnotationMetadata();
        return annotations.hasAnnotation(QueryValue.class)
                || annotations.hasAnnotation(Header.class)
                || annotations.hasAnnotation(CookieValue.class);
    }
}
