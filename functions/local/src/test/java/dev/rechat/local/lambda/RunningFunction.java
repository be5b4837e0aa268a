package dev.rechat.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.gateway.Packaging;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.FunctionProcess;
import dev.rechat.testing.lambda.Invocation;
import dev.rechat.testing.lambda.LambdaAnswer;
import dev.rechat.testing.lambda.RuntimeApiStub;
import java.time.Duration;
import java.util.Map;

/** One function as its own process with a Runtime API of its own. */
final class RunningFunction implements AutoCloseable {

    /** Generous: other builds may share the machine. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final ObjectMapper JSON = new ObjectMapper();

    final RuntimeApiStub lambda = RuntimeApiStub.start();
    final FunctionProcess process;

    RunningFunction(Packaging packaging, String name, Schema database) {
        this(packaging, name, database, Map.of());
    }

    /** @param more variables beside the usual ones */
    RunningFunction(Packaging packaging, String name, Schema database, Map<String, String> more) {
        FunctionProcess.Builder builder = packaging
                .process(name)
                .environment("DATASOURCES_DEFAULT_URL", database.jdbcUrl())
                .environment("DATASOURCES_DEFAULT_USERNAME", database.username())
                .environment("DATASOURCES_DEFAULT_PASSWORD", database.password())
                .environment("RECHAT_JWT_KEYS", "test:not-a-secret-but-long-enough-for-HS256")
                .environment("RECHAT_SECRETS_KEYS", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .environment("RECHAT_DIFY_NETWORKS", "127.0.0.1")
                .environment("RECHAT_DIFY_IDLE", "5s");
        more.forEach(builder::environment);
        process = builder.start(lambda, PATIENCE);
    }

    Invocation invoke(ApiGatewayEvents event) {
        return lambda.invoke(event.build());
    }

    LambdaAnswer answer(ApiGatewayEvents event) {
        return invoke(event).awaitResponse(PATIENCE);
    }

    static JsonNode json(LambdaAnswer answer) {
        try {
            return JSON.readTree(answer.text());
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(answer.text(), notJson);
        }
    }

    @Override
    public void close() {
        process.close();
        lambda.close();
    }
}
