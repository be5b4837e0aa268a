package dev.rechat.web.error;

import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import io.micronaut.http.HttpStatus;

/** A failure of which the code is all that is told. Made for its answer, never thrown by our own code. */
final class PlainFailure extends AppException {

    private static final long serialVersionUID = 1L;

    PlainFailure(ErrorCode code) {
        super(code, sentence(code));
    }

    /** The code that stands for an HTTP status the framework decided on. */
    static PlainFailure ofStatus(HttpStatus status) {
        return new PlainFailure(
                switch (status) {
                    case UNAUTHORIZED -> ErrorCode.UNAUTHENTICATED;
                    case FORBIDDEN -> ErrorCode.FORBIDDEN;
                    case NOT_FOUND -> ErrorCode.NOT_FOUND;
                    case METHOD_NOT_ALLOWED -> ErrorCode.METHOD_NOT_ALLOWED;
                    case NOT_ACCEPTABLE -> ErrorCode.NOT_ACCEPTABLE;
                    case CONFLICT -> ErrorCode.CONFLICT;
                    case REQUEST_ENTITY_TOO_LARGE -> ErrorCode.PAYLOAD_TOO_LARGE;
                    case UNSUPPORTED_MEDIA_TYPE -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
                    case TOO_MANY_REQUESTS -> ErrorCode.RATE_LIMITED;
                    default -> status.getCode() < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL_ERROR;
                });
    }

    private static String sentence(ErrorCode code) {
        return switch (code) {
            case MALFORMED_JSON -> "the body is not JSON in UTF-8";
            case UNAUTHENTICATED -> "a valid access token is needed";
            case FORBIDDEN -> "this account may not do that";
            case NOT_FOUND -> "there is nothing here";
            case METHOD_NOT_ALLOWED -> "this method is not offered here";
            case NOT_ACCEPTABLE -> "none of the accepted media types is offered here";
            case UNSUPPORTED_MEDIA_TYPE -> "the body's media type is not understood here";
            case PAYLOAD_TOO_LARGE -> "the request is too large";
            case INTERNAL_ERROR -> "something went wrong on our side; the request id helps to find it";
            default -> "the request cannot be processed";
        };
    }
}
