package dev.rechat.local;

import dev.rechat.dify.network.DifyNetworks;
import dev.rechat.local.data.LocalSecrets;
import dev.rechat.local.database.EmbeddedDatabase;
import dev.rechat.local.demo.RealDify;
import dev.rechat.local.web.WebAppFilter;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.value.PropertyResolver;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        properties.put(DifyNetworks.PROPERTY, networks(options, given));
        // served over plain HTTP: some browsers take no Secure cookie from it, not even from localhost
        properties.put("rechat.cookies.secure", false);
        properties.put("rechat.local.rounds", true);
        properties.put("micronaut.server.host", options.host());
        properties.put("micronaut.server.port", options.port());
        if (Files.exists(options.webApp().resolve("index.html"))) {
            properties.put(WebAppFilter.PLACE, options.webApp().toString());
        }
        return PropertySource.of("local", properties);
    }

    /** This machine, where the simulator is, and every Dify that the command line names, beside what is configured. */
    private static String networks(LocalOptions options, PropertyResolver given) {
        List<String> networks = new ArrayList<>(List.of("127.0.0.0/8", "::1", "localhost"));
        given.getProperty(DifyNetworks.PROPERTY, String.class).ifPresent(networks::add);
        options.realDify().stream()
                .map(RealDify::network)
                .flatMap(Optional::stream)
                .forEach(networks::add);
        return String.join(",", networks);
    }

    /** Where the database is, without credentials and options. */
    static String database(PropertyResolver given) {
        return given.getProperty(DATABASE_URL, String.class)
                .orElse("")
                .replaceFirst("^jdbc:mysql://([^/@]*@)?", "")
                .replaceFirst("[?].*$", "");
    }
}
