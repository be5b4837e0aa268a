package dev.rechat.runlog.search.server;

/** The servers that the store is tried with. */
public enum Product {
    OPENSEARCH("opensearch", "org.codelibs.opensearch.runner.OpenSearchRunner"),
    ELASTICSEARCH("elasticsearch", "org.codelibs.elasticsearch.runner.ElasticsearchClusterRunner");

    private final String module;
    private final String main;

    Product(String module, String main) {
        this.module = module;
        this.main = main;
    }

    /** Below {@code tools}; also what its configuration file is called. */
    String module() {
        return module;
    }

    String main() {
        return main;
    }
}
