package dev.rechat.auth.account;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.auth.session.Sessions;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.setting.SystemSettingRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** What registering writes, in one transaction. */
@Singleton
class NewAccounts {

    private final UserRepository users;
    private final SystemSettingRepository settings;
    private final Registration registration;
    private final Sessions sessions;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;

    NewAccounts(
            UserRepository users,
            SystemSettingRepository settings,
            Registration registration,
            Sessions sessions,
            Audit audit,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.settings = settings;
        this.registration = registration;
        this.sessions = sessions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds the account and signs it in. The first one of the house becomes its administrator, whatever the settings say:
     * whoever else registers at that moment waits for the claim until this transaction ends, and takes it over when it
     * fails. All others are let in as the settings say.
     *
     * @throws dev.rechat.kernel.error.RefusedException as {@link Registration#admit} does
     * @throws dev.rechat.persistence.database.DuplicateKeyException when the e-mail is taken
     */
    @Transactional
    SignedIn create(EmailAddress email, String passwordHash, String displayName, String language) {
        Instant now = clock.instant();
        var id = ids.nextUserId();
        boolean first = isFirst("\"" + id + "\"", now);
        Role role = first ? Role.ADMIN : registration.admit(email);
        // Nobody could help the first administrator if their mail did not arrive.
        Instant verifiedAt = first ? now : null;
        User user = users.save(
                new User(id, email.value(), passwordHash, displayName, role, true, language, verifiedAt, now, now));
        audit.own(AuditAction.ACCOUNT_REGISTERED, id, Map.of("role", role.code()));
        return new SignedIn(user, sessions.begin(user));
    }

    /** The look before the claim keeps all later registrations from queueing at one row. */
    private boolean isFirst(String claim, Instant now) {
        return settings.findBySettingKey(Registration.FIRST_ADMINISTRATOR).isEmpty()
                && settings.claim(Registration.FIRST_ADMINISTRATOR, claim, now) == 1;
    }
}
