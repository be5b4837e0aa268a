package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import java.time.LocalDate;
import java.util.Comparator;

/** What turns are counted by beside the sums. In the order of the table's key. */
public record UsageTally(LocalDate day, AppId app, UserId user, String measure, String bucket)
        implements Comparable<UsageTally> {

    /** By what went wrong; the bucket is a wire code. */
    public static final String ERROR = "error";

    /** By the time to the first token; the bucket is a step of a scale. */
    public static final String FIRST_TOKEN = "first_token";

    private static final Comparator<UsageTally> ORDER = Comparator.comparing(UsageTally::day)
            .thenComparing(each -> each.app().toString())
            .thenComparing(each -> each.user().toString())
            .thenComparing(UsageTally::measure)
            .thenComparing(UsageTally::bucket);

    @Override
    public int compareTo(UsageTally other) {
        return ORDER.compare(this, other);
    }
}
