package dev.rechat.kernel.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemCertificatesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Those that came with Java, by when they end: real ones, of several kinds. */
    @SuppressWarnings("NullAway.Init") // before all tests
    private static List<X509Certificate> known;

    @TempDir
    private Path directory = Path.of("");

    @BeforeAll
    static void find() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        @Nullable KeyStore ofThePlatform = null;
        factory.init(ofThePlatform);
        known = Stream.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers())
                .sorted(Comparator.comparing(X509Certificate::getNotAfter))
                .toList();
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void readsTextWithOne() throws Exception {
        X509Certificate latest = known.getLast();

        assertThat(PemCertificates.read(pem(latest), NOW)).containsExactly(latest);
    }

    @Test
    void readsSeveralWithWhatPeopleWriteBetween() throws Exception {
        String bundle = "# ours\n" + pem(known.getLast()) + "\r\n# and theirs\n" + pem(known.getFirst());

        assertThat(PemCertificates.read(bundle, NOW)).containsExactly(known.getLast(), known.getFirst());
    }

    @Test
    void readsAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("authority.pem"), pem(known.getLast()));

        assertThat(PemCertificates.read(file.toString(), NOW)).containsExactly(known.getLast());
    }

    @Test
    void keepsGoodOnesBesideOneWhoseTimeIsOver() throws Exception {
        Instant between = known.getFirst().getNotAfter().toInstant().plusSeconds(1);

        assertThat(PemCertificates.read(pem(known.getFirst()) + pem(known.getLast()), between))
                .hasSize(2);
    }

    @Test
    void refusesThoseWhoseTimeIsOver() throws Exception {
        String pem = pem(known.getFirst());
        Instant afterwards = known.getFirst().getNotAfter().toInstant().plusSeconds(1);

        assertThatThrownBy(() -> PemCertificates.read(pem, afterwards))
                .isInstanceOf(UnusableCertificatesException.class)
                .hasMessageContaining("time is over");
    }

    @Test
    void refusesAPrivateKeyBesideIt() throws Exception {
        String pem = pem(known.getLast()) + "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n";

        assertThatThrownBy(() -> PemCertificates.read(pem, NOW))
                .isInstanceOf(UnusableCertificatesException.class)
                .hasMessageContaining("private key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0 | neither PEM text",
                "/no/such/file.pem | neither PEM text",
                "-----BEGIN CERTIFICATE-----garbage-----END CERTIFICATE----- | cannot be read",
                "-----BEGIN CERTIFICATE----- | cannot be read",
                "-----BEGIN PUBLIC KEY-----MIIB-----END PUBLIC KEY----- | cannot be read",
            })
    void refusesWhatIsNoCertificateAndDoesNotTellIt(String value, String told) {
        assertThatThrownBy(() -> PemCertificates.read(value, NOW))
                .isInstanceOf(UnusableCertificatesException.class)
                .hasMessageContaining(told)
                .hasMessageNotContaining("MII")
                .hasMessageNotContaining("garbage")
                .hasMessageNotContaining("such");
    }

    @ParameterizedTest
    @CsvSource({"''", "'nothing of the kind'", "'-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----'"})
    void refusesAFileWithoutAny(String content) throws Exception {
        Path file = Files.write(directory.resolve("empty.pem"), content.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> PemCertificates.read(file.toString(), NOW))
                .isInstanceOf(UnusableCertificatesException.class)
                .hasMessageContaining("certificate");
    }
}
