package dev.rechat.web.error;

import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bodies that the codec cannot read; a body of ours that it cannot write is a defect. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
final class UnreadableBodyHandler implements ExceptionHandler<CodecException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableBodyHandler.class);

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest raw, CodecException failure) {
        HttpRequest<?> request = raw;
        Optional<AppException> told =
                InvalidInput.of(failure).or(() -> isEmpty(request) ? Optional.of(missing()) : Optional.empty());
        if (told.isEmpty()) {
            LOG.error("unexpected failure of a codec", failure);
        }
        return Problems.answer(request, told.orElseGet(() -> new PlainFailure(ErrorCode.INTERNAL_ERROR)));
    }

    /** A server notices before it reads; the API proxy tries, and fails with a type that is not known here. */
    private static boolean isEmpty(HttpRequest<?> request) {
        return request instanceof ServerHttpRequest<?> server
                && server.byteBody().expectedLength().orElse(-1) == 0;
    }

    private static AppException missing() {
        return new ValidationException("body", "required", "must be given");
    }
}
