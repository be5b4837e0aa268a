package dev.rechat.local.metrics;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Prometheus is no person: it has a token of its own, which opens nothing else. */
@Hidden
@Controller("/metrics")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = MetricsTokenRule.PROPERTY)
final class MetricsController {

    /** Of the text format, as Prometheus wants it told. */
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final byte[] expected;

    MetricsController(PrometheusMeterRegistry registry, @Value("${" + MetricsTokenRule.PROPERTY + "}") String token) {
        this.registry = registry;
        this.expected = bytes("Bearer " + token.strip());
    }

    @Get(produces = TYPE)
    String metrics(@Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (authorization == null || !MessageDigest.isEqual(expected, bytes(authorization))) {
            throw new RefusedException(ErrorCode.UNAUTHENTICATED, "the metrics' own token is needed");
        }
        return registry.scrape();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
