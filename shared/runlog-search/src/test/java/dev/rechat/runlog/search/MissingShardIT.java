package dev.rechat.runlog.search;

import static dev.rechat.runlog.search.Samples.NOON;
import static dev.rechat.runlog.search.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.search.server.FaultyServer;
import dev.rechat.runlog.search.server.Product;
import dev.rechat.runlog.search.server.RawRequests;
import dev.rechat.runlog.search.server.SearchServer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An index that is there while its shard is not: for a moment when another process is just making it, for longer when a node is
 * away. Both products answer a look-up by ids with 200 then, and with an error in the place of each document.
 */
final class MissingShardIT {

    private final String prefix = Stores.newPrefix();
    private final String november = "/" + prefix + "-runs-house-2026.11";
    private final WorkflowRun run = Samples.run("run-1", NOON, RunStatus.SUCCEEDED);

    @ParameterizedTest
    @EnumSource(Product.class)
    void looksAgainUntilShardIsThere(Product product) throws Exception {
        URI real = SearchServer.of(product);
        try (FaultyServer server = FaultyServer.before(real);
                SearchRunLogStore store = store(server, 100)) {
            store.runs().save(run);
            makeIndexWithoutShard(real);
            AtomicInteger looks = new AtomicInteger();
            server.fail("/_mget", 2, exchange -> {
                if (looks.incrementAndGet() == 2) {
                    giveShardPlace(real);
                }
                server.pass(exchange);
            });

            assertThat(store.runs().find(TENANT, "run-1")).contains(run);
            assertThat(looks).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void takesMissingShardForNoAnswer(Product product) throws Exception {
        URI real = SearchServer.of(product);
        try (FaultyServer server = FaultyServer.before(real);
                SearchRunLogStore store = store(server, 1)) {
            store.runs().save(run);
            makeIndexWithoutShard(real);
            int before = server.requests("/_mget").size();

            assertThatThrownBy(() -> store.runs().find(TENANT, "run-1"))
                    .isInstanceOf(RunLogUnavailableException.class)
                    .hasMessageContaining("no_shard_available_action_exception");
            assertThat(server.requests("/_mget")).hasSize(before + 2);
            assertThatThrownBy(() -> store.runs().findPage(RunQuery.of(TENANT, Samples.APP), 20, null))
                    .isInstanceOf(RunLogUnavailableException.class)
                    .hasMessageContaining("503");
        }
    }

    /** No node is called nobody, so the server makes the index and has no place for its shard. */
    private void makeIndexWithoutShard(URI real) {
        RawRequests.put(real, november + "?wait_for_active_shards=0", """
                {"settings":{"index.routing.allocation.require._name":"nobody"}}""");
    }

    private void giveShardPlace(URI real) {
        RawRequests.put(real, november + "/_settings", "{\"index.routing.allocation.require._name\":null}");
    }

    private SearchRunLogStore store(FaultyServer server, int retries) {
        return Stores.of(
                Stores.configuration(server.address(), prefix, Duration.ofSeconds(20), retries), new MemoryPayloads());
    }
}
