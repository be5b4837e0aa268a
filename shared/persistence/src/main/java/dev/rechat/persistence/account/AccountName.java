package dev.rechat.persistence.account;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;

/** What an account is called, for administrators. */
@Introspected
public record AccountName(@IdColumn UserId id, String email, String displayName) {

    @Override
    public String toString() {
        return "AccountName[id=" + id + "]";
    }
}
