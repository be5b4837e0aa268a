package dev.rechat.auth.mail;

import dev.rechat.accounts.mail.MailConfiguration;
import dev.rechat.accounts.mail.MailSecurity;
import dev.rechat.auth.mail.MailFailedException.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks SMTP to one server, a connection for each mail: a function is frozen between mails, and so would be a connection.
 * TLS, once asked for, is required, and the server's certificate must be good for its name.
 */
@Singleton
final class SmtpMailer implements Mailer {

    private final MailConfiguration configuration;
    private final Clock clock;
    private final SSLSocketFactory tls;

    @Inject
    SmtpMailer(MailConfiguration configuration, Clock clock) {
        this(configuration, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param tls makes the connections that are protected; knows which certificates to trust */
    SmtpMailer(MailConfiguration configuration, Clock clock, SSLSocketFactory tls) {
        this.configuration = configuration;
        this.clock = clock;
        this.tls = tls;
    }

    @Override
    public void send(Mail mail) {
        try {
            Session session = session();
            MimeMessage message = message(mail, session);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(configuration.username(), configuration.password());
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException failure) {
            throw new MailFailedException(reason(failure));
        }
    }

    private MimeMessage message(Mail mail, Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(from());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834: holiday notices and the like need not answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private InternetAddress from() throws MessagingException {
        return new InternetAddress(Objects.requireNonNull(configuration.from()), true);
    }

    private Session session() throws MessagingException {
        MailSecurity security = configuration.security();
        String patience = Long.toString(configuration.patience().toMillis());
        String address = from().getAddress();
        Properties all = new Properties();
        all.put("mail.smtp.host", Objects.requireNonNull(configuration.host()).strip());
        all.put("mail.smtp.port", Integer.toString(Objects.requireNonNullElse(configuration.port(), security.port())));
        all.put("mail.smtp.auth", Boolean.toString(configuration.username() != null));
        all.put("mail.smtp.ssl.enable", Boolean.toString(security == MailSecurity.TLS));
        all.put("mail.smtp.starttls.enable", Boolean.toString(security == MailSecurity.STARTTLS));
        all.put("mail.smtp.starttls.required", Boolean.toString(security == MailSecurity.STARTTLS));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        all.put("mail.smtp.ssl.socketFactory", tls);
        // Never a connection without TLS because one with it could not be made.
        all.put("mail.smtp.socketFactory.fallback", "false");
        all.put("mail.smtp.connectiontimeout", patience);
        all.put("mail.smtp.timeout", patience);
        all.put("mail.smtp.writetimeout", patience);
        all.put("mail.smtp.quitwait", "false");
        // What stands in greeting and Message-ID: our domain instead of the machine's name.
        all.put("mail.from", address);
        all.put("mail.smtp.localhost", address.substring(address.indexOf('@') + 1));
        return Session.getInstance(all);
    }

    private static Reason reason(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return Reason.CREDENTIALS_REFUSED;
        }
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Reason.NOT_SECURE;
            }
        }
        if (failure instanceof SendFailedException) {
            return Reason.MAIL_REFUSED;
        }
        if (failure instanceof MailConnectException
                || failure.getCause() instanceof SocketConnectException
                || failure.getCause() instanceof IOException) {
            return Reason.UNREACHABLE;
        }
        return String.valueOf(failure.getMessage()).startsWith("STARTTLS") ? Reason.NOT_SECURE : Reason.MAIL_REFUSED;
    }
}
