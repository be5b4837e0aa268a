package dev.rechat.admin.setting;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AccountName;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Who changed a setting.
 *
 * @param email left out when the account is gone, and the name with it
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record EditorView(
        UserId id, @Nullable String email, @Nullable String displayName) {

    static EditorView of(UserId id, @Nullable AccountName name) {
        return name == null ? new EditorView(id, null, null) : new EditorView(id, name.email(), name.displayName());
    }

    @Override
    public String toString() {
        return "EditorView[id=" + id + "]";
    }
}
