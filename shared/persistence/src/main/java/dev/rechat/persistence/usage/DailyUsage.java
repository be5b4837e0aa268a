package dev.rechat.persistence.usage;

/** The sums of one person's turns in one app on one day in one currency. */
public record DailyUsage(UsageDay day, UsageFigures figures) {

    public UsageGroup group() {
        return new UsageGroup(day.day(), day.app(), day.user());
    }
}
