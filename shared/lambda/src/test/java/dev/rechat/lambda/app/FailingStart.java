package dev.rechat.lambda.app;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/** Fails to start for another reason than configuration when a test says so. */
@Context
@Requires(property = "app.failing-start")
class FailingStart {

    FailingStart() {
        throw new IllegalStateException("secret-detail");
    }
}
