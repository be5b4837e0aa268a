package dev.rechat.gateway;

import dev.rechat.testing.database.Schema;
import dev.rechat.testing.gateway.Conduct;
import dev.rechat.testing.gateway.FunctionFleet;
import dev.rechat.testing.gateway.Integration;
import dev.rechat.testing.gateway.Packaging;
import dev.rechat.testing.lambda.FunctionError;
import dev.rechat.testing.lambda.FunctionProcess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The five functions, each with as many instances as it needs. */
final class Fleets implements AutoCloseable {

    /** Those that a route leads to; the first answers the question after health. */
    static final List<String> ROUTED = List.of("auth", "chat-stream", "conversation", "admin");

    static final String SECRETS_KEYS = "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final String MAINTENANCE = "maintenance";
    private static final String MIGRATE = "{\"task\":\"migrate\"}";
    private static final String SCHEDULED =
            "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"detail\":{}}";

    private final Map<String, FunctionFleet> fleets = new LinkedHashMap<>();

    Fleets(Path functions, Packaging packaging, Conduct conduct, Schema schema) {
        for (String function : List.of("auth", "chat-stream", "conversation", "admin", MAINTENANCE)) {
            fleets.put(
                    function,
                    new FunctionFleet(() -> configured(packaging.process(functions, function), schema), conduct));
        }
    }

    private static FunctionProcess.Builder configured(FunctionProcess.Builder process, Schema schema) {
        return process.environment("DATASOURCES_DEFAULT_URL", schema.jdbcUrl())
                .environment("DATASOURCES_DEFAULT_USERNAME", schema.username())
                .environment("DATASOURCES_DEFAULT_PASSWORD", schema.password())
                .environment("RECHAT_JWT_KEYS", "test:not-a-secret-but-long-enough-for-HS256")
                .environment("RECHAT_SECRETS_KEYS", SECRETS_KEYS)
                .environment("RECHAT_DIFY_NETWORKS", "127.0.0.1")
                .environment("RECHAT_HTTP_TRUSTED_PROXIES", "1")
                // The emulated gateway speaks plain HTTP, over which some browsers take no Secure cookie.
                .environment("RECHAT_COOKIES_SECURE", "false");
    }

    Map<String, Integration> integrations() {
        Map<String, Integration> integrations = new LinkedHashMap<>();
        ROUTED.forEach(function -> integrations.put(
                function,
                function.equals("auth")
                        ? Integration.buffered(fleet(function))
                        : Integration.streaming(fleet(function))));
        return integrations;
    }

    void migrate() {
        fleet(MAINTENANCE).call(MIGRATE).ifPresent(failure -> {
            throw new IllegalStateException("the schema was not migrated: " + failure.message());
        });
    }

    Optional<FunctionError> maintain() {
        return fleet(MAINTENANCE).call(SCHEDULED);
    }

    /** Kills an instance of one of the functions, idle or not. @return whose, or empty if there was none */
    Optional<String> killOne(RandomGenerator random) {
        List<String> running =
                ROUTED.stream().filter(function -> fleet(function).size() > 0).toList();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        String function = running.get(random.nextInt(running.size()));
        FunctionFleet fleet = fleet(function);
        return fleet.kill(random.nextInt(Math.max(1, fleet.size()))) ? Optional.of(function) : Optional.empty();
    }

    /** How many instances each function had. */
    Map<String, Integer> started() {
        Map<String, Integer> started = new LinkedHashMap<>();
        fleets.forEach((function, fleet) -> started.put(function, fleet.started()));
        return started;
    }

    /** What the functions have written. */
    Map<String, String> logs() {
        Map<String, String> logs = new LinkedHashMap<>();
        fleets.forEach((function, fleet) -> logs.put(function, fleet.log()));
        return logs;
    }

    private FunctionFleet fleet(String function) {
        return Optional.ofNullable(fleets.get(function)).orElseThrow();
    }

    @Override
    public void close() {
        fleets.values().forEach(FunctionFleet::close);
    }
}
