package dev.rechat.runlog.search;

import static dev.rechat.runlog.search.Samples.APP;
import static dev.rechat.runlog.search.Samples.NOON;
import static dev.rechat.runlog.search.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.search.server.FaultyServer;
import dev.rechat.runlog.search.server.Product;
import dev.rechat.runlog.search.server.SearchServer;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.testing.http.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Answers of more than the client keeps, which are 100 MB: asked for again in smaller parts. A real server answers what is small
 * enough; what is not is as long as the client cannot take, so that no server has to hold it.
 */
final class LargeAnswersIT {

    private static final byte[] TOO_MUCH = new byte[(100 << 20) + 1];
    private static final Pattern SIZE = Pattern.compile("\"size\":(\\d+)");
    private static final int RECORDS = 40;

    private FaultyServer server;
    private SearchRunLogStore store;

    @BeforeEach
    void write() {
        server = FaultyServer.before(SearchServer.of(Product.OPENSEARCH));
        store = Stores.of(
                Stores.configuration(server.address(), Stores.newPrefix(), Duration.ofSeconds(20), 2),
                new MemoryPayloads());
        store.transfer().write(Samples.nodes(nodes()), Visibility.AT_ONCE);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        server.close();
    }

    @Test
    void asksForLessUntilAnswerIsTaken() {
        allowSearchesOf(3);

        assertThat(store.nodes().findByRun(TENANT, APP, "run-1")).containsExactlyInAnyOrderElementsOf(nodes());
    }

    @Test
    void looksUpFewerAtATimeUntilAnswerIsTaken() {
        allowLooksAt(3);

        assertThat(store.transfer()
                        .sample(RecordType.NODE_EXECUTIONS, TENANT, TimeRange.ALL, RECORDS)
                        .nodes())
                .containsExactlyInAnyOrderElementsOf(nodes());
    }

    @Test
    void tellsThatOneRecordIsTooMuch() {
        allowSearchesOf(0);
        allowLooksAt(0);

        assertThatThrownBy(() -> store.nodes().findByRun(TENANT, APP, "run-1"))
                .isInstanceOf(RunLogUnavailableException.class)
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> store.transfer().sample(RecordType.NODE_EXECUTIONS, TENANT, TimeRange.ALL, RECORDS))
                .isInstanceOf(RunLogUnavailableException.class)
                .hasMessageContaining("too large");
    }

    private void allowSearchesOf(int most) {
        server.fail("/_search", Integer.MAX_VALUE, exchange -> {
            String body = exchange.request().body().text();
            Matcher size = SIZE.matcher(body);
            assertThat(size.find()).isTrue();
            boolean bare = body.contains("\"_source\":false");
            answer(exchange, bare || Integer.parseInt(size.group(1)) <= most);
        });
    }

    private void allowLooksAt(int most) {
        server.fail("/_mget", Integer.MAX_VALUE, exchange -> {
            int documents = exchange.request().body().text().split("\"_id\"", -1).length - 1;
            answer(exchange, documents <= most);
        });
    }

    private void answer(Exchange exchange, boolean isSmall) {
        if (isSmall) {
            server.pass(exchange);
        } else {
            exchange.answer(200, Map.of("content-type", "application/json"), TOO_MUCH);
        }
    }

    private static List<NodeExecution> nodes() {
        return IntStream.range(0, RECORDS)
                .mapToObj(each ->
                        Samples.node("node-" + each, "run-1", each, NOON.plusMillis(each), NodeStatus.SUCCEEDED))
                .toList();
    }
}
