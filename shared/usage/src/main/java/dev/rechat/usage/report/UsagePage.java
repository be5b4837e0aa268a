package dev.rechat.usage.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.persistence.usage.UsageFilter;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a report, and which days it is of.
 *
 * @param timeZone whose days they are
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UsagePage(List<UsageRow> data, @Nullable String nextCursor, String from, String to, String timeZone) {

    public UsagePage {
        data = List.copyOf(data);
    }

    public static UsagePage of(List<UsageRow> data, @Nullable String nextCursor, UsageFilter filter, String timeZone) {
        return new UsagePage(
                data, nextCursor, filter.from().toString(), filter.to().toString(), timeZone);
    }
}
