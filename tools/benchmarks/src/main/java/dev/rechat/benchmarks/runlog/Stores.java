package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.data.HouseServer;
import dev.rechat.maintenance.Migrations;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The product's own stores, as its beans, on servers that somebody else started and ends. */
final class Stores implements AutoCloseable {

    private static final String KEY = "bench:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final Schema schema;
    private final Set<StoreName> wanted;
    private final ApplicationContext context;

    private Stores(Schema schema, Set<StoreName> wanted, ApplicationContext context) {
        this.schema = schema;
        this.wanted = wanted;
        this.context = context;
    }

    /**
     * @param search where the search server is; null for the database alone
     * @param longest after so many seconds MariaDB gives a statement up; 0 for never
     */
    static Stores open(Schema schema, @Nullable String search, Set<StoreName> wanted, int longest) {
        Migrations.migrate(schema.jdbcUrl(), schema.username(), schema.password());
        String bound = (schema.jdbcUrl().contains("?") ? "&" : "?") + "sessionVariables=max_statement_time=" + longest;
        String bounded = schema.jdbcUrl() + (longest == 0 ? "" : bound);
        Map<String, Object> properties =
                new HashMap<>(MigratedSchema.properties(new Schema(bounded, schema.username(), schema.password())));
        properties.put("rechat.secrets.keys", KEY);
        properties.put("rechat.dify.networks", "127.0.0.1");
        if (search != null) {
            properties.put("runlog.elasticsearch.hosts", search);
        }
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(properties)
                .build();
        return new Stores(schema, Set.copyOf(wanted), context.start());
    }

    /** On the embedded MariaDB. */
    static Stores open(HouseServer database, @Nullable OpenSearch search, Set<StoreName> wanted, int longest) {
        return open(database.large(), search == null ? null : search.address().toString(), wanted, longest);
    }

    Schema schema() {
        return schema;
    }

    /** Those that are to be measured, the database first. */
    List<RunLogStore> all() {
        return wanted.stream().sorted().map(this::of).toList();
    }

    RunLogStore of(StoreName name) {
        return context.getBean(RunLogStores.class).find(name).orElseThrow();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
