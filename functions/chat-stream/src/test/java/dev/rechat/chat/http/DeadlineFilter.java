package dev.rechat.chat.http;

import dev.rechat.kernel.time.Deadline;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.time.Instant;

/** Gives requests as long as a function would. */
@Requires(property = "test.deadline")
@ServerFilter("/api/v1/chat/**")
class DeadlineFilter {

    private final Duration length;

    DeadlineFilter(@Value("${test.deadline}") Duration length) {
        this.length = length;
    }

    @RequestFilter
    void limit(HttpRequest<?> request) {
        request.setAttribute(Deadline.ATTRIBUTE, new Deadline(Instant.now().plus(length)));
    }
}
