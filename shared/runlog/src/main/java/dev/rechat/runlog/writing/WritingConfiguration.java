package dev.rechat.runlog.writing;

import dev.rechat.runlog.StoreName;
import dev.rechat.runlog.Tenant;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What is recorded, and where.
 *
 * @param store {@code mysql} or {@code elasticsearch}
 * @param tenant whose the records are
 * @param content {@code full}; {@code none} for ids, states, figures and errors only
 * @param fallbackAfter how long the store may fail before the database takes what comes; where a process is frozen between
 *     requests it cannot wait
 */
@ConfigurationProperties("rechat.runlog")
public record WritingConfiguration(
        @Bindable(defaultValue = "mysql") String store,
        @Bindable(defaultValue = "rechat") String tenant,
        @Bindable(defaultValue = "full") String content,
        @Bindable(defaultValue = "10s") Duration fallbackAfter) {

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
