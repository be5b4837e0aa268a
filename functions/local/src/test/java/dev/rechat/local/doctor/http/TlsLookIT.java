package dev.rechat.local.doctor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Diagnosis;
import dev.rechat.local.doctor.report.Findings;
import dev.rechat.local.doctor.report.Level;
import dev.rechat.testing.http.LoopbackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A certificate that is not good is told by what is wrong with it. */
final class TlsLookIT {

    private static final Clock NOW = Clock.systemUTC();

    @SuppressWarnings("NullAway.Init") // before all tests
    private static HandMadeCertificates certificates;

    @BeforeAll
    static void make() throws IOException, GeneralSecurityException {
        certificates = new HandMadeCertificates();
    }

    @AfterAll
    static void close() throws IOException {
        certificates.close();
    }

    private static Diagnosis look(SSLContext certificate, Clock clock) throws IOException {
        try (HttpsSite site = new HttpsSite(certificate, exchange -> {})) {
            return look(site.port(), clock);
        }
    }

    private static Diagnosis look(int port, Clock clock) {
        Findings findings = new Findings(_ -> {});
        boolean usable = new TlsLook(clock)
                .look("localhost", InetAddress.getLoopbackAddress(), port, findings.sheet("a server"));
        assertThat(findings.all()).hasSize(1);
        Diagnosis found = findings.all().getFirst();
        assertThat(usable).isEqualTo(found.level() != Level.PROBLEM);
        return found;
    }

    @Test
    void saysHowLongAGoodOneHolds() throws Exception {
        Diagnosis found = look(certificates.good(), NOW);

        assertThat(found.level()).isEqualTo(Level.OK);
        assertThat(found.message()).contains("TLSv1.3", "89 more days");
    }

    @Test
    void warnsBeforeItEnds() throws Exception {
        Diagnosis found = look(certificates.good(), Clock.offset(NOW, Duration.ofDays(80)));

        assertThat(found.code()).isEqualTo(Code.CERTIFICATE_EXPIRES_SOON);
        assertThat(found.message()).contains("9 more days");
    }

    @Test
    void knowsOneThatIsOver() throws Exception {
        assertThat(look(certificates.holding("-10d", 5), NOW).code()).isEqualTo(Code.CERTIFICATE_EXPIRED);
    }

    @Test
    void knowsOneThatHasNotBegun() throws Exception {
        assertThat(look(certificates.holding("+5d", 5), NOW).code()).isEqualTo(Code.CERTIFICATE_EXPIRED);
    }

    @Test
    void tellsWhomItIsFor() throws Exception {
        Diagnosis found = look(certificates.ofHost("chat.example.org"), NOW);

        assertThat(found.code()).isEqualTo(Code.CERTIFICATE_OF_ANOTHER_HOST);
        assertThat(found.message()).contains("chat.example.org", "not for localhost");
    }

    @Test
    void tellsWhoIssuedItWhenNobodyKnowsThem() throws Exception {
        Diagnosis found = look(certificates.ofUnknownAuthority(), NOW);

        assertThat(found.code()).isEqualTo(Code.CERTIFICATE_UNTRUSTED);
        assertThat(found.message()).contains("CN=A house's own");
        assertThat(found.advice()).contains("an authority that everybody knows");
    }

    @Test
    void asksForTheChainThatIsNotShown() throws Exception {
        Diagnosis found = look(certificates.withoutItsChain(), NOW);

        assertThat(found.code()).isEqualTo(Code.CERTIFICATE_UNTRUSTED);
        assertThat(found.advice()).contains("full chain");
    }

    @Test
    void knowsOneThatSignsItself() throws Exception {
        Diagnosis found = look(certificates.signedByItself(), NOW);

        assertThat(found.code()).isEqualTo(Code.CERTIFICATE_UNTRUSTED);
        assertThat(found.message()).isEqualTo("the certificate signs itself");
    }

    @Test
    void knowsAPortThatSpeaksNoTls() {
        try (LoopbackServer plain = LoopbackServer.start(0, exchange -> {})) {
            assertThat(look(plain.port(), NOW).code()).isEqualTo(Code.TLS_FAILED);
        }
    }
}
