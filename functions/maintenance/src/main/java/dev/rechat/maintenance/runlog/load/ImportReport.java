package dev.rechat.maintenance.runlog.load;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What an import has done.
 *
 * @param seen runs that Dify's log told of
 * @param known those that were recorded already, and stay as they are
 * @param unfinished those that have not ended; a later import takes them
 * @param gone those that Dify itself had removed meanwhile
 * @param unreadable those that Dify told of in a way that is not understood
 * @param refused those that the store will never take
 * @param stopped whether it was to stop before its end; the same again goes on from there
 * @param problem why it ended early; null when it did not
 */
@Serdeable
public record ImportReport(
        String app,
        long seen,
        long imported,
        long known,
        long unfinished,
        long gone,
        long unreadable,
        long refused,
        boolean stopped,
        @Nullable String problem) {

    public boolean complete() {
        return problem == null && !stopped && unreadable == 0 && refused == 0;
    }
}
