package dev.rechat.runlog.search;

import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.WorkflowNodeExecutionRepository;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.search.client.SearchClient;
import dev.rechat.runlog.search.client.ServerAddress;
import dev.rechat.runlog.search.document.RunDocuments;
import dev.rechat.runlog.search.index.SearchIndices;
import dev.rechat.runlog.search.repository.Reports;
import dev.rechat.runlog.search.repository.SearchNodes;
import dev.rechat.runlog.search.repository.SearchRuns;
import dev.rechat.runlog.search.repository.SearchTransfer;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.store.StoreReport;
import dev.rechat.runlog.store.WorkflowRunRepository;
import dev.rechat.runlog.transfer.RunLogTransfer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;

/**
 * Run logs on Elasticsearch (7.10 and later) or OpenSearch. There wherever hosts are configured, whichever store is chosen:
 * moving from one to the other needs both. The server is asked when something is wanted of it, not before.
 */
@Singleton
@Requires(beans = SearchConfiguration.class)
public final class SearchRunLogStore implements RunLogStore, AutoCloseable {

    private final SearchClient client;
    private final WorkflowRunRepository runs;
    private final WorkflowNodeExecutionRepository nodes;
    private final RunLogTransfer transfer;
    private final Reports reports;

    SearchRunLogStore(
            SearchConfiguration configuration, JsonMapper mapper, PayloadStore payloads, IdGenerator ids, Clock clock) {
        this.client = SearchClient.of(server(configuration), mapper);
        SearchIndices indices = SearchIndices.of(client, configuration.prefix());
        RunDocuments documents = new RunDocuments(client.json());
        SearchNodes searchNodes = new SearchNodes(indices);
        this.nodes = searchNodes;
        this.runs = new SearchRuns(indices, documents, searchNodes, payloads, ids, clock);
        this.transfer = new SearchTransfer(indices, documents);
        this.reports = new Reports(indices);
    }

    private static ServerAddress server(SearchConfiguration configuration) {
        return new ServerAddress(
                configuration.hosts().stream().map(URI::create).toList(),
                configuration.username(),
                configuration.password(),
                configuration.ca(),
                configuration.verify(),
                configuration.timeout(),
                configuration.retries(),
                configuration.awsRegion(),
                configuration.awsService());
    }

    @Override
    public StoreName name() {
        return StoreName.ELASTICSEARCH;
    }

    @Override
    public WorkflowRunRepository runs() {
        return runs;
    }

    @Override
    public WorkflowNodeExecutionRepository nodes() {
        return nodes;
    }

    @Override
    public RunLogTransfer transfer() {
        return transfer;
    }

    @Override
    public StoreReport report(Tenant tenant) {
        return reports.of(tenant);
    }

    @PreDestroy
    @Override
    public void close() throws IOException {
        client.close();
    }
}
