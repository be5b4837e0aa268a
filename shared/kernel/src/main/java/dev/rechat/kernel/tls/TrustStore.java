package dev.rechat.kernel.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom Java trusts, as system properties say it. Not a trust manager of ours: JSSE, Netty, the mail sender and MySQL's driver
 * each make their own, and the properties, which name a file, are all that they share.
 */
final class TrustStore {

    private static final String TYPE = "PKCS12";

    private TrustStore() {}

    /** @throws IOException when the file cannot be written */
    static void add(List<X509Certificate> authorities) throws IOException {
        try {
            String file = write(Stream.concat(trusted(), authorities.stream()).toList());
            System.setProperty("javax.net.ssl.trustStoreType", TYPE);
            System.clearProperty("javax.net.ssl.trustStorePassword");
            System.setProperty("javax.net.ssl.trustStore", file);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java's own TLS cannot be set up", impossible);
        }
    }

    /** Those that the properties name so far, or that came with Java; natively, those that were baked in. */
    private static Stream<X509Certificate> trusted() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        @Nullable KeyStore ofThePlatform = null;
        factory.init(ofThePlatform);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()));
    }

    /** The file stays until the end: MySQL's driver reads it for each connection. Only its owner may. */
    private static String write(List<X509Certificate> certificates) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        for (int each = 0; each < certificates.size(); each++) {
            store.setCertificateEntry("authority-" + each, certificates.get(each));
        }
        Path file = Files.createTempFile("rechat-trust-", ".p12");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            // Without a password nothing is encrypted or sealed, as in Java's own: there is nothing secret in it.
            store.store(out, null);
        }
        return file.toString();
    }
}
