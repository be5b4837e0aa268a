package dev.rechat.kernel.tls;

import io.micronaut.core.value.PropertyResolver;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Authorities of one's own beside those that everybody knows: for a database, a Dify or a mail server whose certificate no
 * public authority vouches for. A native executable has Java's authorities baked in, and Lambda starts it without options, so a
 * variable names them.
 */
public final class PrivateAuthorities {

    /** PEM text, or the path of a file with it. */
    static final String PROPERTY = "rechat.tls.ca";

    private static final String VARIABLE = "RECHAT_TLS_CA";

    private PrivateAuthorities() {}

    /**
     * Makes everything in this process that asks Java whom to trust, and has not asked yet, trust them too. To be called before
     * there are beans or connections; does nothing where the variable is not set.
     *
     * @return one line per problem, as of a {@link dev.rechat.kernel.config.ConfigurationRule}; empty when all is well
     */
    public static List<String> trust(PropertyResolver configuration) {
        Optional<String> value = configuration.getProperty(PROPERTY, String.class);
        if (value.isEmpty() || value.get().isBlank()) {
            return List.of();
        }
        try {
            List<X509Certificate> authorities =
                    PemCertificates.read(value.get().strip(), Clock.systemUTC().instant());
            TrustStore.add(authorities);
            return List.of();
        } catch (UnusableCertificatesException unusable) {
            return List.of(VARIABLE + " " + unusable.getMessage());
        } catch (IOException notWritten) {
            return List.of(VARIABLE + " needs a directory for temporary files that can be written to: "
                    + System.getProperty("java.io.tmpdir"));
        }
    }

    /**
     * Of one server only: trust in these and nobody else.
     *
     * @param pem PEM text, or the path of a file with it
     * @throws IllegalArgumentException when it is unusable; its message ends a sentence that begins with the value's name
     */
    public static TrustManager[] only(String pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            List<X509Certificate> authorities =
                    PemCertificates.read(pem.strip(), Clock.systemUTC().instant());
            for (int each = 0; each < authorities.size(); each++) {
                store.setCertificateEntry("authority-" + each, authorities.get(each));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (UnusableCertificatesException unusable) {
            throw new IllegalArgumentException(unusable.getMessage(), unusable);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("Java's own TLS cannot be set up", impossible);
        }
    }

    /** What {@link #only} would refuse about a value; empty when all is well. */
    public static Optional<String> problem(String pem) {
        try {
            PemCertificates.read(pem.strip(), Clock.systemUTC().instant());
            return Optional.empty();
        } catch (UnusableCertificatesException unusable) {
            return Optional.ofNullable(unusable.getMessage());
        }
    }
}
