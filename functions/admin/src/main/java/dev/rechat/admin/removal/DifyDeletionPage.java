package dev.rechat.admin.removal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.persistence.removal.DeletionCounts;
import dev.rechat.web.paging.Page;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page, and how many there are in all. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record DifyDeletionPage(
        List<DifyDeletionView> data, @Nullable String nextCursor, Counts counts) {

    static DifyDeletionPage of(Page<DifyDeletionView> page, DeletionCounts counts) {
        return new DifyDeletionPage(page.data(), page.nextCursor(), new Counts(counts.waiting(), counts.failed()));
    }

    /** @param failed tried in vain for long, or refused in a way that somebody has to mend */
    @Serdeable
    record Counts(long waiting, long failed) {}
}
