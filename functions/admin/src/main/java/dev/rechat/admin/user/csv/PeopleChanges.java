package dev.rechat.admin.user.csv;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.admin.user.StandingChanges;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes people as a table wants it, but for their groups, as if an administrator had done it one by one. */
@Singleton
class PeopleChanges {

    private final UserRepository users;
    private final StandingChanges standings;
    private final Audit audit;
    private final Clock clock;

    PeopleChanges(UserRepository users, StandingChanges standings, Audit audit, Clock clock) {
        this.users = users;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
    void apply(PersonChange change, UserId administrator) {
        UserId person = change.person().id();
        if (!change.before().equals(change.after())) {
            standings.apply(person, change.before(), change.after(), administrator);
        }
        if (change.displayName() != null || change.language() != null) {
            users.changeProfile(person, change.displayName(), change.language(), clock.instant());
            String fields = Stream.of(
                            change.displayName() == null ? "" : Column.DISPLAY_NAME.header(),
                            change.language() == null ? "" : Column.LANGUAGE.header())
                    .filter(field -> !field.isEmpty())
                    .collect(Collectors.joining(","));
            audit.record(
                    AuditAction.ACCOUNT_CHANGED,
                    administrator,
                    Audit.USER,
                    person.toString(),
                    Map.of("fields", fields));
        }
    }
}
