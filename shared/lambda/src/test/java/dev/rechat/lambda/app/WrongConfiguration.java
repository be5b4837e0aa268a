package dev.rechat.lambda.app;

import dev.rechat.kernel.config.ConfigurationException;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.util.List;

/** Refuses to start when a test says so. */
@Context
@Requires(property = "app.wrong-configuration")
class WrongConfiguration {

    WrongConfiguration() {
        throw new ConfigurationException(
                List.of("RECHAT_JWT_KEYS is missing", "DATASOURCES_DEFAULT_URL is no JDBC URL"));
    }
}
