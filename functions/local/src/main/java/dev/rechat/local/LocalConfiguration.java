package dev.rechat.local;

import dev.rechat.local.data.LocalSecrets;
import dev.rechat.local.database.EmbeddedDatabase;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.value.PropertyResolver;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the functions are configured with on a laptop. A variable that is set in the environment stays as it is. */
final class LocalConfiguration {

    static final String DATABASE_URL = "datasources.default.url";
    static final String DATABASE_USER = "datasources.default.username";
    static final String DATABASE_PASSWORD = "datasources.default.password";

    private LocalConfiguration() {}

    static PropertySource of(
            LocalOptions options, LocalSecrets secrets, Optional<EmbeddedDatabase> embedded, PropertyResolver given) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("rechat.jwt.keys", secrets.jwtKeys());
        properties.put("rechat.secrets.keys", secrets.secretsKeys());
        embedded.ifPresent(database -> {
            properties.put(DATABASE_URL, database.jdbcUrl());
            properties.put(DATABASE_USER, database.user());
            properties.put(DATABASE_PASSWORD, secrets.databasePassword());
        });
        properties.keySet().removeIf(given::containsProperty);
        // served over plain HTTP: some browsers take no Secure cookie from it, not even from localhost
        properties.put("rechat.cookies.secure", false);
        properties.put("rechat.local.rounds", true);
        properties.put("micronaut.server.host", options.host());
        properties.put("micronaut.server.port", options.port());
        if (Files.exists(options.webApp().resolve("index.html"))) {
            properties.put("rechat.local.web-app", options.webApp().toString());
        }
        return PropertySource.of("local", properties);
    }

    /** Where the database is, without credentials and options. */
    static String database(PropertyResolver given) {
        return given.getProperty(DATABASE_URL, String.class)
                .orElse("")
                .replaceFirst("^jdbc:mysql://([^/@]*@)?", "")
                .replaceFirst("[?].*$", "");
    }
}
