package dev.rechat.runlog.search;

import dev.rechat.runlog.contract.ArchiveContract;
import dev.rechat.runlog.contract.NodeStatisticsContract;
import dev.rechat.runlog.contract.NodesContract;
import dev.rechat.runlog.contract.PausesContract;
import dev.rechat.runlog.contract.RunsContract;
import dev.rechat.runlog.contract.StatisticsContract;
import dev.rechat.runlog.contract.TransferContract;
import dev.rechat.runlog.search.server.Product;
import dev.rechat.runlog.store.RunLogStore;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

final class ElasticsearchContractIT {

    private static SearchRunLogStore store;

    @BeforeAll
    static void open() {
        store = Stores.on(Product.ELASTICSEARCH, new MemoryPayloads());
    }

    @AfterAll
    static void close() throws IOException {
        store.close();
    }

    @Nested
    class Archive extends ArchiveContract {
        @Override
        protected RunLogStore store() {
            return store;
        }
    }

    @Nested
    class Nodes extends NodesContract {
        @Override
        protected RunLogStore store() {
            return store;
        }
    }

    @Nested
    class NodeStatistics extends NodeStatisticsContract {
        @Override
        protected RunLogStore store() {
            return store;
        }
    }

    @Nested
    class Pauses extends PausesContract {
        @Override
        protected RunLogStore store() {
            return store;
        }
    }

    @Nested
    class Runs extends RunsContract {
        @Override
        protected RunLogStore store() {
            return store;
        }
    }

    @Nested
    class Statistics extends StatisticsContract {
        @Override
        protected RunLogStore store() {
            return store;
        }
    }

    @Nested
    class Transfer extends TransferContract {
        @Override
        protected RunLogStore store() {
            return store;
        }
    }
}
