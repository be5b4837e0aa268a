package dev.rechat.auth.mail;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.accounts.mail.MailConfiguration;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.log.LogField;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.persistence.account.User;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends people links. All of it, looking the account up included, happens after the request was answered: neither the
 * answer nor its time tells whether there is an account.
 */
@Singleton
public final class LinkMail {

    private static final Logger LOG = LoggerFactory.getLogger(LinkMail.class);

    private final MailConfiguration configuration;
    private final Mailer mailer;
    private final LinkTexts texts;
    private final OneTimeLinks links;
    private final Audit audit;
    private final Afterwards afterwards;

    LinkMail(
            MailConfiguration configuration,
            Mailer mailer,
            LinkTexts texts,
            OneTimeLinks links,
            Audit audit,
            Afterwards afterwards) {
        this.configuration = configuration;
        this.mailer = mailer;
        this.texts = texts;
        this.links = links;
        this.audit = audit;
        this.afterwards = afterwards;
    }

    /** @throws RefusedException {@code mail_not_configured} */
    public void requireConfigured() {
        if (!configuration.configured()) {
            throw new RefusedException(ErrorCode.MAIL_NOT_CONFIGURED, "this house sends no mail");
        }
    }

    /**
     * Makes a link and sends it to whom {@code recipient} finds, which is asked after the request. Not to be called within
     * a transaction: the work would share its connection.
     *
     * @param done what is written down when the server has taken the mail
     */
    public void sendAfterwards(LinkPurpose purpose, AuditAction done, Supplier<Optional<User>> recipient) {
        // The request goes along, so that the audit log can say where it came from.
        afterwards.run(
                "mailing a link",
                PropagatedContext.getOrEmpty()
                        .wrap(() -> recipient.get().ifPresent(user -> send(purpose, done, user))));
    }

    private void send(LinkPurpose purpose, AuditAction done, User user) {
        links.make(user.id(), purpose).ifPresent(link -> {
            try {
                mailer.send(texts.of(purpose, link, user.email(), user.language()));
                record(done, user.id(), Map.of());
            } catch (MailFailedException failure) {
                LOG.atWarn()
                        .addKeyValue(LogField.USER_ID, user.id())
                        .addKeyValue("reason", failure.reason())
                        .log("a mail was not taken by the mail server");
                record(
                        AuditAction.MAIL_FAILED,
                        user.id(),
                        Map.of(
                                "purpose", purpose.name().toLowerCase(Locale.ROOT),
                                "reason", failure.reason().name().toLowerCase(Locale.ROOT)));
            }
        });
    }

    private void record(AuditAction action, UserId user, Map<String, String> details) {
        audit.record(action, null, Audit.USER, user.toString(), details);
    }
}
