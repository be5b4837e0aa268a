package dev.rechat.runlog.search;

import dev.rechat.runlog.search.server.Product;

final class ElasticsearchStoreIT extends SearchStoreTests {

    @Override
    Product product() {
        return Product.ELASTICSEARCH;
    }

    @Override
    String productAndVersion() {
        return "Elasticsearch 7.10.2";
    }
}
