package dev.rechat.kernel.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Certificates out of PEM (RFC 7468), one or several. */
final class PemCertificates {

    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";

    private PemCertificates() {}

    /**
     * @param value the text itself, or the path of a file with it
     * @return one at least
     * @throws UnusableCertificatesException when there is none, or none whose time is not over
     */
    static List<X509Certificate> read(String value, Instant now) throws UnusableCertificatesException {
        byte[] pem = value.contains(BEGIN) ? value.getBytes(StandardCharsets.UTF_8) : file(value);
        // The variable is no secret: it stands in plans, and a file that it names is for everybody to read.
        if (new String(pem, StandardCharsets.ISO_8859_1).contains(PRIVATE_KEY)) {
            throw new UnusableCertificatesException("holds a private key; only certificates belong there");
        }
        List<X509Certificate> certificates = parse(pem);
        if (certificates.stream()
                .allMatch(each -> now.isAfter(each.getNotAfter().toInstant()))) {
            throw new UnusableCertificatesException("holds no certificate that is still good: their time is over");
        }
        return certificates;
    }

    private static byte[] file(String path) throws UnusableCertificatesException {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException | InvalidPathException unreadable) {
            // The value is not told: it may be text that lost its first line.
            throw new UnusableCertificatesException(
                    "is neither PEM text, which begins with -----BEGIN CERTIFICATE-----, nor the path of a file that can be read",
                    unreadable);
        }
    }

    private static List<X509Certificate> parse(byte[] pem) throws UnusableCertificatesException {
        List<X509Certificate> certificates;
        try {
            certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
        } catch (CertificateException unreadable) {
            throw new UnusableCertificatesException("holds something that cannot be read as a certificate", unreadable);
        }
        if (certificates.isEmpty()) {
            throw new UnusableCertificatesException("holds no certificate");
        }
        return certificates;
    }
}
