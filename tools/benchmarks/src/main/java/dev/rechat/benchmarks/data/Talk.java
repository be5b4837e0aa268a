package dev.rechat.benchmarks.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param app place in the house's list of apps
 * @param folder name of one of its owner's; null outside
 */
public record Talk(
        String id,
        int app,
        Language language,
        boolean pinned,
        boolean archived,
        boolean trashed,
        @Nullable String folder,
        List<String> tags,
        List<Exchange> exchanges) {

    public Talk {
        tags = List.copyOf(tags);
        exchanges = List.copyOf(exchanges);
    }

    public Instant created() {
        return exchanges.getFirst().asked();
    }

    public Instant updated() {
        return exchanges.getLast().asked();
    }
}
