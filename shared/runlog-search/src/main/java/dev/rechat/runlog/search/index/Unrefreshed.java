package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.search.client.SearchClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which indices this process has written to and nobody has refreshed since. A search refreshes them first, so that whoever
 * writes finds it; those who only write wait for nothing.
 */
final class Unrefreshed {

    private final SearchClient client;
    private final IndexNames names;
    private final Set<String> indices = ConcurrentHashMap.newKeySet();

    Unrefreshed(SearchClient client, IndexNames names) {
        this.client = client;
        this.names = names;
    }

    void add(Collection<String> written) {
        indices.addAll(written);
    }

    void refresh(RecordType type, Tenant tenant) {
        List<String> stale = indices.stream()
                .filter(index -> names.month(type, tenant, index).isPresent())
                .toList();
        if (!stale.isEmpty()) {
            refresh(stale);
        }
    }

    /** Makes what is written in these findable, by everybody. */
    void refresh(Collection<String> stale) {
        // Before, not after: what is written meanwhile wants another one.
        indices.removeAll(stale);
        boolean done = false;
        try {
            refresh(String.join(",", stale));
            done = true;
        } finally {
            if (!done) {
                indices.addAll(stale);
            }
        }
    }

    /** @param pattern of indices */
    void refresh(String pattern) {
        client.post("/" + pattern + "/_refresh", Map.of("ignore_unavailable", "true", "allow_no_indices", "true"));
    }
}
