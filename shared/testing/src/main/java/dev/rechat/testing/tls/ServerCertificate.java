package dev.rechat.testing.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What a server shows, and can prove.
 *
 * @param chain its own first; the authority's is left out, as servers do
 */
public record ServerCertificate(List<Certificate> chain, PrivateKey key) {

    private static final char[] PASSWORD = "only-for-tests".toCharArray();

    public ServerCertificate {
        chain = List.copyOf(chain);
    }

    public String pem() {
        return chain.stream().map(TestAuthority::pem).collect(Collectors.joining());
    }

    public String keyPem() {
        return Pem.of("PRIVATE KEY", key.getEncoded());
    }

    /** For servers in this JVM. */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            store.setKeyEntry("server", key, PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
