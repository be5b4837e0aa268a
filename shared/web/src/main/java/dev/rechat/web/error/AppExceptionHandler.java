package dev.rechat.web.error;

import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.log.LogField;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything ReChat refuses or fails at on purpose. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
final class AppExceptionHandler implements ExceptionHandler<AppException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(AppExceptionHandler.class);

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, AppException failure) {
        if (failure.getCause() != null) {
            LOG.atWarn()
                    .addKeyValue(LogField.CODE, failure.code().code())
                    .setCause(failure.getCause())
                    .log("request failed");
        }
        return Problems.answer((HttpRequest<?>) request, failure);
    }
}
