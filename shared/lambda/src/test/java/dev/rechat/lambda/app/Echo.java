package dev.rechat.lambda.app;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Serdeable
record Echo(
        String method,
        String uri,
        List<String> tags,
        List<String> query,
        @Nullable String body,
        String requestId) {}
