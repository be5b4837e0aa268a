package dev.rechat.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.accounts.mail.MailConfiguration;
import dev.rechat.accounts.mail.MailSecurity;
import dev.rechat.auth.MailServer;
import dev.rechat.auth.mail.MailFailedException.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail handed to a real server, and to servers that are wrong in one way each. */
class SmtpMailerIT {

    private static final Mail MAIL =
            new Mail("ada@example.org", "设置新密码", "Grüße, 密码\nhttps://chat.example.org\n", "<p>Grüße, 密码</p>");

    private final MailServer server = new MailServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void handsOverTextAndHtmlInEveryScript() throws Exception {
        mailer(server.port(), MailSecurity.NONE, null, untrusting()).send(MAIL);

        var received = server.received().getFirst();
        assertThat(received.getSubject()).isEqualTo("设置新密码");
        assertThat(received.getFrom()[0].toString()).isEqualTo("ReChat <chat@example.org>");
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(received.getAllRecipients()[0].toString()).isEqualTo("ada@example.org");
        assertThat(MailServer.text(received).strip()).isEqualTo(MAIL.text().strip());
        assertThat(MailServer.html(received).strip()).isEqualTo(MAIL.html());
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getMessageID())
                .as("tells nothing of this machine")
                .endsWith("@example.org>")
                .doesNotContain(System.getProperty("user.name"));
    }

    @Test
    void startsTlsBeforeItSaysItsPassword() throws Exception {
        server.require("house", "a mail password");
        SSLContext tls = TestCertificate.of("ip:127.0.0.1").context();
        try (TlsFront front = new TlsFront(server.port(), tls, false)) {
            mailer(front.port(), MailSecurity.STARTTLS, "house", tls.getSocketFactory())
                    .send(MAIL);

            assertThat(server.received()).hasSize(1);
            assertThat(front.heardInTheClear).hasSize(2).last().isEqualTo("STARTTLS");
        }
    }

    @Test
    void speaksTlsFromTheFirstByteWhereItIsToldTo() throws Exception {
        server.require("house", "a mail password");
        SSLContext tls = TestCertificate.of("ip:127.0.0.1").context();
        try (TlsFront front = new TlsFront(server.port(), tls, true)) {
            mailer(front.port(), MailSecurity.TLS, "house", tls.getSocketFactory())
                    .send(MAIL);

            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void sendsNothingThroughAServerThatDoesNotStartTls() {
        assertFails(mailer(server.port(), MailSecurity.STARTTLS, null, untrusting()), Reason.NOT_SECURE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sendsNothingToAServerWhoseCertificateNobodyVouchesFor(boolean immediate) throws Exception {
        SSLContext tls = TestCertificate.of("ip:127.0.0.1").context();
        try (TlsFront front = new TlsFront(server.port(), tls, immediate)) {
            MailSecurity security = immediate ? MailSecurity.TLS : MailSecurity.STARTTLS;

            assertFails(mailer(front.port(), security, null, untrusting()), Reason.NOT_SECURE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sendsNothingToAServerWithTheCertificateOfAnother(boolean immediate) throws Exception {
        SSLContext tls = TestCertificate.of("dns:mail.example.org").context();
        try (TlsFront front = new TlsFront(server.port(), tls, immediate)) {
            MailSecurity security = immediate ? MailSecurity.TLS : MailSecurity.STARTTLS;

            assertFails(mailer(front.port(), security, null, tls.getSocketFactory()), Reason.NOT_SECURE);
        }
    }

    @Test
    void saysThatAPasswordIsWrong() {
        server.require("house", "another password");

        assertFails(mailer(server.port(), MailSecurity.NONE, "house", untrusting()), Reason.CREDENTIALS_REFUSED);
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertFails(mailer(port, MailSecurity.NONE, null, untrusting()), Reason.UNREACHABLE);
    }

    @Test
    void doesNotWaitForEverForAServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertFails(mailer(silent.getLocalPort(), MailSecurity.NONE, null, untrusting()), Reason.UNREACHABLE);
        }
    }

    private void assertFails(SmtpMailer mailer, Reason reason) {
        assertThatThrownBy(() -> mailer.send(MAIL))
                .isInstanceOfSatisfying(
                        MailFailedException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason))
                .hasMessageNotContaining("ada")
                .hasNoCause();
        assertThat(server.received()).isEmpty();
    }

    private static SmtpMailer mailer(int port, MailSecurity security, @Nullable String username, SSLSocketFactory tls) {
        MailConfiguration configuration = new MailConfiguration(
                "127.0.0.1",
                port,
                username,
                username == null ? null : "a mail password",
                security,
                "ReChat <chat@example.org>",
                Duration.ofSeconds(2));
        return new SmtpMailer(configuration, Clock.systemUTC(), tls);
    }

    private static SSLSocketFactory untrusting() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
}
