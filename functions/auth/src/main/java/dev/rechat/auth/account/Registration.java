package dev.rechat.auth.account;

import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.mail.MailConfiguration;
import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.accounts.setting.RegistrationPolicy;
import dev.rechat.accounts.setting.Setting;
import dev.rechat.auth.mail.LinkMail;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.setting.SystemSettingRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Whom the settings of the house let in, and as what. */
@Singleton
final class Registration {

    /** Set once, by the account that is the first. */
    static final String FIRST_ADMINISTRATOR = "first_administrator";

    private final HouseSettings settings;
    private final SystemSettingRepository rows;
    private final MailConfiguration mail;
    private final LinkMail links;

    /** Never becomes false again. */
    private volatile boolean begun;

    Registration(HouseSettings settings, SystemSettingRepository rows, MailConfiguration mail, LinkMail links) {
        this.settings = settings;
        this.rows = rows;
        this.mail = mail;
        this.links = links;
    }

    /** What somebody who comes now would meet: open as long as there is nobody. */
    RegistrationPolicy policy() {
        return begun() ? settings.get(Setting.REGISTRATION) : RegistrationPolicy.OPEN;
    }

    /**
     * The role of a new account that is not the first.
     *
     * @throws RefusedException {@code registration_closed}, {@code email_domain_refused}
     */
    Role admit(EmailAddress email) {
        RegistrationPolicy policy = settings.get(Setting.REGISTRATION);
        if (policy == RegistrationPolicy.CLOSED) {
            throw new RefusedException(ErrorCode.REGISTRATION_CLOSED, "this house takes no new accounts");
        }
        List<String> domains = settings.get(Setting.REGISTRATION_DOMAINS);
        if (!domains.isEmpty() && !domains.contains(email.domain())) {
            throw new RefusedException(
                    ErrorCode.EMAIL_DOMAIN_REFUSED, "this house takes no accounts with addresses of this domain");
        }
        return policy == RegistrationPolicy.APPROVAL ? Role.PENDING : Role.USER;
    }

    /** As {@link #admit}, before work is spent on somebody who is turned away; a house without accounts lets all pass. */
    void admitEarly(EmailAddress email) {
        if (begun()) {
            Role _ = admit(email);
        }
    }

    /** Asks the owner of a new account for a proof of their address, where the house wants that. */
    void confirm(User user) {
        if (user.emailVerifiedAt() == null && settings.get(Setting.EMAIL_VERIFICATION) && mail.configured()) {
            links.sendAfterwards(
                    LinkPurpose.VERIFICATION, AuditAction.EMAIL_VERIFICATION_SENT, () -> Optional.of(user));
        }
    }

    private boolean begun() {
        if (!begun) {
            begun = rows.findBySettingKey(FIRST_ADMINISTRATOR).isPresent();
        }
        return begun;
    }
}
