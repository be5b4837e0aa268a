package dev.rechat.benchmarks.cold;

import dev.rechat.testing.lambda.ApiGatewayEvents;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is started: the functions, and beside them what the platform costs whatever runs on it. */
enum Subject {
    HELLO("dev.rechat.benchmarks.cold.HelloFunction"),
    AUTH("dev.rechat.lambda.buffered.BufferedFunction"),
    CHAT_STREAM("dev.rechat.lambda.streaming.StreamingFunction"),
    CONVERSATION("dev.rechat.lambda.streaming.StreamingFunction"),
    ADMIN("dev.rechat.lambda.streaming.StreamingFunction"),
    MAINTENANCE("dev.rechat.maintenance.lambda.MaintenanceFunction");

    private final String mainClass;

    Subject(String mainClass) {
        this.mainClass = mainClass;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String mainClass() {
        return mainClass;
    }

    /** Where its executable is in a checkout. */
    String executable() {
        return this == HELLO ? "tools/benchmarks/target/hello" : "functions/" + wireName() + "/target/bootstrap";
    }

    /** An event that is answered without the database: nobody serves that path. */
    String plainEvent() {
        return this == MAINTENANCE
                ? "{\"task\":\"nothing\"}"
                : ApiGatewayEvents.get("/api/v1/nothing").build();
    }

    /** An event that asks the database one thing: its health, or how many links have expired. Null when it has none. */
    @Nullable
    String databaseEvent() {
        return switch (this) {
            case HELLO -> null;
            case MAINTENANCE -> "{\"task\":\"one_time_links\",\"dry_run\":true}";
            default -> ApiGatewayEvents.get("/health").build();
        };
    }
}
