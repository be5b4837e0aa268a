package dev.rechat.runlog.settings;

import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The stores that are configured: the database always, a search server where there is one. */
@Singleton
public final class RunLogStores {

    private final List<RunLogStore> stores;
    private final RunLogConfiguration configuration;

    public RunLogStores(List<RunLogStore> stores, RunLogConfiguration configuration) {
        this.stores = List.copyOf(stores);
        this.configuration = configuration;
    }

    /** The one that records are written to and read from. */
    public RunLogStore chosen() {
        return find(configuration.chosen())
                .orElseThrow(() -> new IllegalStateException("no store of run logs: " + configuration.store()));
    }

    public Optional<RunLogStore> find(StoreName name) {
        return stores.stream().filter(store -> store.name() == name).findFirst();
    }

    /** The chosen one first. */
    public List<RunLogStore> all() {
        StoreName first = configuration.chosen();
        return stores.stream()
                .sorted((one, other) -> Boolean.compare(other.name() == first, one.name() == first))
                .toList();
    }

    /** All but one. */
    public List<RunLogStore> besides(RunLogStore one) {
        return stores.stream().filter(store -> store.name() != one.name()).toList();
    }

    public Tenant tenant() {
        return configuration.owner();
    }
}
