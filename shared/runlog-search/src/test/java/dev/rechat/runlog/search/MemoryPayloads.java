package dev.rechat.runlog.search;

import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.payload.PayloadStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** States of pauses in memory; some keys can be made to stay. */
final class MemoryPayloads implements PayloadStore {

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Set<String> stuck = ConcurrentHashMap.newKeySet();

    void stick(String key) {
        stuck.add(key);
    }

    Set<String> keys() {
        return Set.copyOf(texts.keySet());
    }

    @Override
    public void put(String key, String json) {
        texts.put(key, json);
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public void delete(String key) {
        if (stuck.contains(key)) {
            throw new RunLogUnavailableException("stuck", null);
        }
        texts.remove(key);
    }
}
