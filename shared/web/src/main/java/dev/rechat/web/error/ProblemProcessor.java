package dev.rechat.web.error;

import dev.rechat.kernel.error.AppException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * The door through which every error answer of the framework goes (unknown routes, refused methods and media types,
 * security, validation, bodies that cannot be read). The headers it set ({@code Allow}, {@code WWW-Authenticate}) stay.
 */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Object> {

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        HttpRequest<?> request = context.getRequest();
        AppException failure =
                context.getRootCause().flatMap(InvalidInput::of).orElseGet(() -> PlainFailure.ofStatus(base.status()));
        MutableHttpResponse<Object> answer = Problems.answer(request, failure);
        base.getHeaders()
                .forEach((name, values) -> values.forEach(value -> {
                    if (!answer.getHeaders().contains(name)) {
                        answer.header(name, value);
                    }
                }));
        return request.getMethod() == HttpMethod.HEAD ? answer.body(null) : answer;
    }
}
