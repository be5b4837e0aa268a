package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.dify.payload.DifyRunLog;
import dev.rechat.dify.payload.DifyRunLogPage;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log of a workflow app's runs, against a server that speaks the Service API. */
@Timeout(60)
final class RunLogsIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @AutoClose
    private final StandaloneClient client = Clients.client(DifyClientConfiguration.defaults());

    @AutoClose
    private final DifySimulator dify = DifySimulator.start();

    private DifyApp app(String key) {
        return new DifyApp(dify.uri(), new DifyApiKey(key));
    }

    private DifyApp workflow() {
        return app(DemoApps.WORKFLOW_KEY);
    }

    private static String runOf(DifyRunLog log) {
        return Objects.requireNonNull(Objects.requireNonNull(log.workflowRun()).id());
    }

    @Test
    void tellsWhoAskedForWhichRunNewestFirst() {
        JsonNode inputs = JsonNode.createObjectNode(Map.of("topic", JsonNode.createStringNode("rain")));
        Clients.drain(client.stream(workflow(), new DifyRequest.Workflow(inputs, "user-1", List.of())));
        String old = dify.past(DemoApps.WORKFLOW_KEY, "user-1", List.of(NOON)).getFirst();

        DifyRunLogPage page = client.logs(workflow(), null, null, 1, 100);

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.hasMore()).isFalse();
        DifyRunLog log = page.data().getLast();
        assertThat(runOf(log)).isEqualTo(old);
        assertThat(log.createdFrom()).isEqualTo("service-api");
        assertThat(log.createdByRole()).isEqualTo("end_user");
        assertThat(Objects.requireNonNull(log.createdByEndUser()).id()).isNotBlank();
        assertThat(log.createdByAccount()).isNull();
        assertThat(log.createdAt()).isEqualTo(NOON);
        DifyRunLog.Run run = Objects.requireNonNull(log.workflowRun());
        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(run.triggeredFrom()).isEqualTo("app-run");
        assertThat(run.totalTokens()).isEqualTo(42);
        assertThat(run.totalSteps()).isEqualTo(3);
        assertThat(run.elapsedTime()).isEqualTo(Duration.ofSeconds(1));
        assertThat(run.finishedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(client.detail(workflow(), old).outputs()).isNotNull();
    }

    @Test
    void givesPagesAndBothBoundsOfTheTimeBelongToIt() {
        List<Instant> times =
                IntStream.range(0, 250).mapToObj(i -> NOON.plusSeconds(i)).toList();
        dify.past(DemoApps.WORKFLOW_KEY, "user-1", times);

        DifyRunLogPage third = client.logs(workflow(), null, null, 3, 100);
        DifyRunLogPage within = client.logs(workflow(), NOON.plusSeconds(10), NOON.plusSeconds(20), 1, 100);

        assertThat(third.data()).hasSize(50);
        assertThat(third.hasMore()).isFalse();
        assertThat(client.logs(workflow(), null, null, 1, 100).hasMore()).isTrue();
        assertThat(within.data()).hasSize(11);
    }

    @Test
    void isEmptyForAChatflowAndRefusedForAChatApp() {
        Clients.drain(client.stream(app(DemoApps.CHATFLOW_KEY), Clients.chat()));

        assertThat(client.logs(app(DemoApps.CHATFLOW_KEY), null, null, 1, 100).data())
                .isEmpty();
        assertThatThrownBy(() -> client.logs(app(DemoApps.CHAT_KEY), null, null, 1, 100))
                .isInstanceOf(DifyRejectedException.class);
    }

    @Test
    void isAskedForAgainWhenDifyWasMerelyUnwell() {
        dify.past(DemoApps.WORKFLOW_KEY, "user-1", List.of(NOON));
        dify.refuseRunLogs(503, "service_unavailable", "The server is overloaded.");

        assertThat(client.logs(workflow(), null, null, 1, 100).data()).hasSize(1);
    }

    @Test
    void saysThatDifyHasTooMuchToDo() {
        for (int i = 0; i < 10; i++) {
            dify.refuseRunLogs(429, "too_many_requests", "Too many requests.");
        }

        assertThatThrownBy(() -> client.logs(workflow(), null, null, 1, 100))
                .isInstanceOf(DifyRateLimitedException.class);
    }
}
