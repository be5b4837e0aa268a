package dev.rechat.runlog.search;

import dev.rechat.runlog.search.server.Product;

final class OpenSearchStoreIT extends SearchStoreTests {

    @Override
    Product product() {
        return Product.OPENSEARCH;
    }

    @Override
    String productAndVersion() {
        return "OpenSearch 3.8.0";
    }
}
