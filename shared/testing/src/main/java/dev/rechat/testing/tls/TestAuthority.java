package dev.rechat.testing.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.List;

/** Vouches for servers, and is known to nobody who is not told of it. Good for two days. */
public final class TestAuthority {

    private static final String PASSWORD = "only-for-tests";
    private static final String ITSELF = "authority";
    private static final String SERVER = "server";

    private final byte[] store;
    private final String pem;

    private TestAuthority(byte[] store) {
        this.store = store;
        this.pem = pem(certificate(load(store), ITSELF));
    }

    /** A new one: nobody trusts it for having trusted another. */
    public static TestAuthority create() {
        return new TestAuthority(changed(new byte[0], ITSELF, "-ext", "bc:c", "-ext", "ku:c=keyCertSign"));
    }

    /** Its own certificate. */
    public String pem() {
        return pem;
    }

    /** @param name for whom, as keytool wants it: {@code ip:127.0.0.1} or {@code dns:db.example.org} */
    public ServerCertificate issue(String name) {
        KeyStore issued = load(changed(store, SERVER, "-signer", ITSELF, "-ext", "san=" + name));
        try {
            PrivateKey key = (PrivateKey) issued.getKey(SERVER, PASSWORD.toCharArray());
            return new ServerCertificate(List.of(certificate(issued, SERVER)), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(Certificate certificate) {
        try {
            return Pem.of("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] changed(byte[] before, String alias, String... options) {
        try {
            Path directory = Files.createTempDirectory("rechat-authority");
            Path file = directory.resolve("store.p12");
            if (before.length > 0) {
                Files.write(file, before);
            }
            new Keytool(file, PASSWORD).generate(alias, options);
            byte[] after = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(directory);
            return after;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyStore load(byte[] store) {
        try (InputStream in = new ByteArrayInputStream(store)) {
            KeyStore loaded = KeyStore.getInstance("PKCS12");
            loaded.load(in, PASSWORD.toCharArray());
            return loaded;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Certificate certificate(KeyStore store, String alias) {
        try {
            return store.getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
