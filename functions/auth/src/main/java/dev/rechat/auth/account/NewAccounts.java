package dev.rechat.auth.account;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
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

    /** Set once, by the account that is the first. */
    static final String FIRST_ADMINISTRATOR = "first_administrator";

    private final UserRepository users;
    private final SystemSettingRepository settings;
    private final Sessions sessions;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;

    NewAccounts(
            UserRepository users,
            SystemSettingRepository settings,
            Sessions sessions,
            Audit audit,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.settings = settings;
        this.sessions = sessions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds the account and signs it in. The first one of the house becomes its administrator: whoever else registers at
     * that moment waits for the claim until this transaction ends, and takes it over when it fails.
     *
     * @throws dev.rechat.persistence.database.DuplicateKeyException when the e-mail is taken
     */
    @Transactional
    SignedIn create(EmailAddress email, String passwordHash, String displayName, String language) {
        Instant now = clock.instant();
        var id = ids.nextUserId();
        Role role = isFirst("\"" + id + "\"", now) ? Role.ADMIN : Role.USER;
        User user = users.save(
                new User(id, email.value(), passwordHash, displayName, role, true, language, null, now, now));
        audit.own(AuditAction.ACCOUNT_REGISTERED, id, Map.of("role", role.code()));
        return new SignedIn(user, sessions.begin(user));
    }

    /** The look before the claim keeps all later registrations from queueing at one row. */
    private boolean isFirst(String claim, Instant now) {
        return settings.findBySettingKey(FIRST_ADMINISTRATOR).isEmpty()
                && settings.claim(FIRST_ADMINISTRATOR, claim, now) == 1;
    }
}
