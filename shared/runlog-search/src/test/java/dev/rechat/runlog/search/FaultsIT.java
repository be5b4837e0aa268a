package dev.rechat.runlog.search;

import static dev.rechat.runlog.search.Samples.NOON;
import static dev.rechat.runlog.search.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.search.server.FaultyServer;
import dev.rechat.runlog.search.server.Product;
import dev.rechat.runlog.search.server.RawRequests;
import dev.rechat.runlog.search.server.SearchServer;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.testing.http.Exchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is away, slow, full, forbidding or out of its mind: told clearly, and nothing is lost that was taken. */
final class FaultsIT {

    private static final int ALWAYS = 1_000_000;

    private final URI real = SearchServer.of(Product.OPENSEARCH);
    private final String prefix = Stores.newPrefix();
    private FaultyServer server;
    private SearchRunLogStore store;

    @BeforeEach
    void open() {
        server = FaultyServer.before(real);
        store = store(Duration.ofSeconds(20));
    }

    private SearchRunLogStore store(Duration timeout) {
        return Stores.of(Stores.configuration(server.address(), prefix, timeout, 2), new MemoryPayloads());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        server.close();
    }

    @Test
    void tellsThatServerIsAway() {
        server.close();

        assertThatThrownBy(() -> store.runs().find(TENANT, "run-1")).isInstanceOf(RunLogUnavailableException.class);
        assertThatThrownBy(this::save).isInstanceOf(RunLogUnavailableException.class);
        assertThat(store.report(TENANT)).satisfies(report -> {
            assertThat(report.reachable()).isFalse();
            assertThat(report.problem()).contains("cannot be reached");
            assertThat(report.kinds()).isEmpty();
        });
    }

    @Test
    void givesUpOnSilence() throws IOException {
        server.fail("", ALWAYS, exchange -> {});

        try (SearchRunLogStore impatient = store(Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> impatient.runs().save(run("run-1")))
                    .isInstanceOf(RunLogUnavailableException.class)
                    .hasMessageContaining("did not answer in time");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, security_exception, does not accept who asks",
        "403, security_exception, denies a right",
        "403, cluster_block_exception, disk is nearly full",
        "429, cluster_block_exception, disk is nearly full",
        "429, es_rejected_execution_exception, answered 429",
        "503, master_not_discovered_exception, answered 503",
        "500, whatever, answered 500"
    })
    void saysWhatServerRefuses(int status, String type, String words) {
        server.answer("/_bulk", ALWAYS, status, type);

        assertThatThrownBy(this::save)
                .isInstanceOf(RunLogUnavailableException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("secret content");
    }

    @Test
    void tellsThatTemplateIsRefused() {
        server.answer("/_index_template", ALWAYS, 400, "illegal_argument_exception");

        assertThatThrownBy(this::save)
                .isInstanceOf(RunLogUnavailableException.class)
                .hasMessageContaining("illegal_argument_exception");
        assertThat(server.requests("/_bulk")).isEmpty();
    }

    @Test
    void triesAgainWhatMayPass() {
        server.answer("/_bulk", 1, 503, "unavailable").fail("/_bulk", 1, Exchange::cut);

        save();

        assertThat(server.requests("/_bulk")).hasSize(3);
        assertThat(store.runs().find(TENANT, "run-1")).isPresent();
    }

    @Test
    void doesNotTakeNonsenseForAnAnswer() {
        server.fail("/_bulk", 1, exchange -> FaultyServer.json(exchange, 200, "<html>Welcome</html>"))
                .fail("/_bulk", 1, exchange -> FaultyServer.json(exchange, 200, "{\"items\":[]}"))
                .fail("/_search", 1, exchange -> FaultyServer.json(exchange, 200, "{\"hits\":7}"))
                .fail(
                        "/_search",
                        1,
                        exchange -> FaultyServer.json(
                                exchange, 200, "{\"_shards\":{\"failed\":1},\"hits\":{\"hits\":[]}}"));

        for (int each = 0; each < 4; each++) {
            assertThatThrownBy(this::save).isInstanceOf(RunLogUnavailableException.class);
        }
        save();
        assertThat(store.runs().find(TENANT, "run-1")).isPresent();
    }

    @Test
    void sendsOnlyThoseAgainThatServerHadNoRoomFor() {
        server.fail("/_bulk", 1, exchange -> FaultyServer.json(exchange, 200, """
                {"errors":true,"items":[
                 {"create":{"status":429,"error":{"type":"es_rejected_execution_exception"}}},
                 {"create":{"status":201,"result":"created"}}]}"""));

        store.transfer().write(Samples.runs(List.of(run("run-1"), run("run-2"))), Visibility.SOON);

        assertThat(server.requests("/_bulk")).hasSize(2);
        assertThat(server.requests("/_bulk").getLast().body().text())
                .contains("run-1")
                .doesNotContain("run-2");
    }

    @Test
    void writesNeighboursOfWhatIsRefusedForGood() {
        // An index of somebody else's making, in which the price is a number and the name of a node is not.
        put("/" + prefix + "-runs-house-2026.10", """
                {"mappings":{"properties":{"currency":{"type":"long"}}}}""");
        WorkflowRun refused = run("run-1");
        WorkflowRun taken = Samples.run("run-2", NOON.plus(Duration.ofDays(30)), RunStatus.SUCCEEDED);

        assertThatThrownBy(() -> store.transfer().write(Samples.runs(List.of(refused, taken)), Visibility.AT_ONCE))
                .isInstanceOf(RejectedRecordException.class)
                .hasMessageContaining("run-1")
                .hasMessageContaining("mapper_parsing_exception")
                .hasMessageNotContaining("run-2")
                .hasMessageNotContaining("USD");
        assertThat(store.runs().find(TENANT, "run-2")).contains(taken);
    }

    @Test
    void sendsLessAtOnceWhereRequestsAreTooLarge() {
        server.answer("/_bulk", 3, 413, "");

        store.transfer()
                .write(
                        Samples.runs(IntStream.range(0, 8)
                                .mapToObj(each -> run("run-" + each))
                                .toList()),
                        Visibility.AT_ONCE);

        assertThat(store.transfer().count(RecordType.WORKFLOW_RUNS, TENANT, TimeRange.ALL))
                .isEqualTo(8);
    }

    @Test
    void refusesWhatIsTooLargeByItself() {
        server.answer("/_bulk", ALWAYS, 413, "");

        assertThatThrownBy(this::save)
                .isInstanceOf(RejectedRecordException.class)
                .hasMessageContaining("run-1: 413");
    }

    @Test
    void writesAgainWhenDiskHasRoomAgain() {
        save();
        String index = prefix + "-runs-house-2026.10";
        put("/" + index + "/_settings", "{\"index.blocks.read_only_allow_delete\":true}");

        assertThatThrownBy(() -> store.runs().save(run("run-2")))
                .isInstanceOf(RunLogUnavailableException.class)
                .hasMessageContaining("disk is nearly full");
        assertThat(store.report(TENANT)).satisfies(report -> {
            assertThat(report.reachable()).isTrue();
            assertThat(report.problem()).contains("read_only_allow_delete");
        });
        assertThat(store.runs().find(TENANT, "run-1")).isPresent();

        put("/" + index + "/_settings", "{\"index.blocks.read_only_allow_delete\":null}");
        store.runs().save(run("run-2"));
        assertThat(store.runs().find(TENANT, "run-2")).isPresent();
    }

    private void save() {
        store.runs().save(run("run-1"));
    }

    private static WorkflowRun run(String id) {
        return Samples.run(id, NOON, RunStatus.SUCCEEDED);
    }

    private void put(String path, String body) {
        RawRequests.put(real, path, body);
    }
}
