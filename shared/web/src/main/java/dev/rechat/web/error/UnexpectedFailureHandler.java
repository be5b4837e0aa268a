package dev.rechat.web.error;

import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.FailureTranslator;
import dev.rechat.kernel.log.LogField;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody else handles: a dependency that is away, or a defect, which is logged whole and told to nobody. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
final class UnexpectedFailureHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailureHandler.class);

    private final List<FailureTranslator> translators;

    UnexpectedFailureHandler(List<FailureTranslator> translators) {
        this.translators = translators;
    }

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, RuntimeException failure) {
        Optional<AppException> told = translators.stream()
                .flatMap(translator -> translator.translate(failure).stream())
                .findFirst();
        if (told.isPresent()) {
            LOG.atWarn()
                    .addKeyValue(LogField.CODE, told.get().code().code())
                    .setCause(failure)
                    .log("request failed");
        } else {
            LOG.error("unexpected failure", failure);
        }
        return Problems.answer(
                (HttpRequest<?>) request, told.orElseGet(() -> new PlainFailure(ErrorCode.INTERNAL_ERROR)));
    }
}
