package dev.rechat.admin.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.runlog.store.StoreReport;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store is.
 *
 * @param chosen whether it is the one that runs are written to
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoreView(
        String store,
        boolean chosen,
        boolean reachable,
        @Nullable String problem,
        @Nullable String product,
        List<Kind> kinds) {

    /** One kind of record. @param exact false where the count is the server's estimate */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kind(
            String type,
            long count,
            boolean exact,
            @Nullable Long bytes,
            @Nullable Instant oldest,
            @Nullable Instant newest) {

        static Kind of(StoreReport.Kind kind) {
            return new Kind(kind.type().wire(), kind.count(), kind.exact(), kind.bytes(), kind.oldest(), kind.newest());
        }
    }

    static StoreView of(StoreReport report, boolean chosen) {
        return new StoreView(
                report.store().wire(),
                chosen,
                report.reachable(),
                report.problem(),
                report.product(),
                report.kinds().stream().map(Kind::of).toList());
    }
}
