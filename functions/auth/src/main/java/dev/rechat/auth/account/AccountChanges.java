package dev.rechat.auth.account;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes what a person says about themselves. */
@Singleton
class AccountChanges {

    private final UserRepository users;
    private final Audit audit;
    private final Clock clock;

    AccountChanges(UserRepository users, Audit audit, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does nothing when nothing is to be different. */
    @Transactional
    void apply(UserId user, ChangeAccount change) {
        @Nullable
        String name = change.displayName() == null ? null : change.displayName().strip();
        String fields = Stream.of(name == null ? null : "display_name", change.language() == null ? null : "language")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        if (!fields.isEmpty() && users.changeProfile(user, name, change.language(), clock.instant()) > 0) {
            audit.own(AuditAction.ACCOUNT_CHANGED, user, Map.of("fields", fields));
        }
    }
}
