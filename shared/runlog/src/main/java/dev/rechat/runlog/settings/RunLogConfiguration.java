package dev.rechat.runlog.settings;

import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.store.StoreName;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What is recorded of runs, where, and for how long; {@link RunLogRule} has checked it.
 *
 * @param store {@code mysql} or {@code elasticsearch}
 * @param tenant whose the records are
 * @param content {@code full}; {@code none} for ids, states, figures and errors only
 * @param payloads where what is too large for a row is kept: a folder or {@code s3://bucket/prefix}; empty for the database
 * @param retentionDays how long records are kept; 0 for ever
 * @param fallbackAfter how long the store may fail before the database takes what comes; where a process is frozen between
 *     requests it cannot wait
 */
@ConfigurationProperties(RunLogConfiguration.PREFIX)
public record RunLogConfiguration(
        @Bindable(defaultValue = "mysql") String store,
        @Bindable(defaultValue = "rechat") String tenant,
        @Bindable(defaultValue = "full") String content,
        @Bindable(defaultValue = "") String payloads,
        @Bindable(defaultValue = "0") int retentionDays,
        @Bindable(defaultValue = "10s") Duration fallbackAfter) {

    public static final String PREFIX = "runlog";

    public StoreName chosen() {
        return StoreName.of(store);
    }

    public Tenant owner() {
        return new Tenant(tenant);
    }

    public boolean keepsContent() {
        return !content.equals("none");
    }
}
