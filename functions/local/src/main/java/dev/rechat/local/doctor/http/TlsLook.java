package dev.rechat.local.doctor.http;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Whether a server's TLS is good for its name, for how long, and if not, what is wrong with its certificate. */
public final class TlsLook {

    private static final String CHECK = "tls";
    private static final int PATIENCE = 10_000;
    private static final Duration SOON = Duration.ofDays(14);
    private static final int NAMES_TOLD = 5;

    private final Clock clock;

    public TlsLook(Clock clock) {
        this.clock = clock;
    }

    /** @return whether it can be spoken to */
    public boolean look(String host, InetAddress address, int port, Sheet sheet) {
        try {
            return look(host, address, port, sheet, new Certificates());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("Java's own TLS cannot be set up", unusable);
        }
    }

    private boolean look(String host, InetAddress address, int port, Sheet sheet, Certificates certificates)
            throws GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {certificates}, null);
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), PATIENCE);
            plain.setSoTimeout(PATIENCE);
            try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                good(socket.getSession().getProtocol(), certificates.shown(), sheet);
                return true;
            }
        } catch (IOException failed) {
            bad(host, failed, certificates.shown(), sheet);
            return false;
        }
    }

    private void good(String protocol, List<X509Certificate> shown, Sheet sheet) {
        Instant end = shown.getFirst().getNotAfter().toInstant();
        long days = Duration.between(clock.instant(), end).toDays();
        String told = "%s, certificate good for %d more days".formatted(protocol, days);
        if (days < SOON.toDays()) {
            sheet.warning(
                    CHECK,
                    Code.CERTIFICATE_EXPIRES_SOON,
                    told,
                    "renew it: after " + end + " no function connects any more");
        } else {
            sheet.ok(CHECK, told);
        }
    }

    private void bad(String host, IOException failed, List<X509Certificate> shown, Sheet sheet) {
        if (shown.isEmpty()) {
            sheet.problem(
                    CHECK,
                    Code.TLS_FAILED,
                    "what listens there does not speak TLS as it should",
                    "is that the port for HTTPS? TLS 1.2 or 1.3 is needed");
            return;
        }
        X509Certificate own = shown.getFirst();
        Instant now = clock.instant();
        if (now.isAfter(own.getNotAfter().toInstant())
                || now.isBefore(own.getNotBefore().toInstant())) {
            sheet.problem(
                    CHECK,
                    Code.CERTIFICATE_EXPIRED,
                    "the certificate holds from %s to %s"
                            .formatted(
                                    own.getNotBefore().toInstant(),
                                    own.getNotAfter().toInstant()),
                    "renew it, or set the clock that is wrong");
        } else if (caused(failed, CertPathBuilderException.class) || caused(failed, CertPathValidatorException.class)) {
            untrusted(own, shown.size(), sheet);
        } else if (caused(failed, CertificateException.class)) {
            sheet.problem(
                    CHECK,
                    Code.CERTIFICATE_OF_ANOTHER_HOST,
                    "the certificate is for %s, not for %s".formatted(names(own), host),
                    "use the name that the certificate is for, or get one for this name");
        } else {
            sheet.problem(
                    CHECK, Code.TLS_FAILED, "the handshake ended before it was done", "TLS 1.2 or 1.3 is needed there");
        }
    }

    private static void untrusted(X509Certificate own, int shown, Sheet sheet) {
        boolean selfSigned = own.getIssuerX500Principal().equals(own.getSubjectX500Principal());
        String message = selfSigned
                ? "the certificate signs itself"
                : "nobody known here vouches for its issuer, "
                        + own.getIssuerX500Principal().getName();
        String advice = selfSigned || shown > 1
                ? "get one from an authority that everybody knows, or put its own authority into RECHAT_TLS_CA, here and there"
                : "let the server send its intermediate certificates, too (the full chain)";
        sheet.problem(CHECK, Code.CERTIFICATE_UNTRUSTED, message, advice);
    }

    private static String names(X509Certificate certificate) {
        try {
            @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? certificate.getSubjectX500Principal().getName()
                    : names.stream()
                            .limit(NAMES_TOLD)
                            .map(name -> String.valueOf(name.get(1)))
                            .collect(Collectors.joining(", "));
        } catch (CertificateParsingException unreadable) {
            return certificate.getSubjectX500Principal().getName();
        }
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
