package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import java.time.LocalDate;
import java.util.Comparator;

/** What the sums are kept for: one person's turns in one app on one day in one currency. In the order of the table's key. */
public record UsageDay(LocalDate day, AppId app, UserId user, String currency) implements Comparable<UsageDay> {

    private static final Comparator<UsageDay> ORDER = Comparator.comparing(UsageDay::day)
            .thenComparing(each -> each.app().toString())
            .thenComparing(each -> each.user().toString())
            .thenComparing(UsageDay::currency);

    public static UsageDay of(TurnUsage turn) {
        return new UsageDay(turn.day(), turn.appId(), turn.userId(), turn.currency());
    }

    @Override
    public int compareTo(UsageDay other) {
        return ORDER.compare(this, other);
    }
}
