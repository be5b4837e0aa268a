package dev.rechat.local.doctor.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Certificates by the JDK's keytool, and an authority for them that this JVM trusts until it is closed. */
public final class HandMadeCertificates implements AutoCloseable {

    private static final String PASSWORD = "test-only";
    private static final String TRUSTED = "trusted";
    private static final String UNKNOWN = "unknown";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    private final Path directory;
    private final Path store;
    private final SSLContext before = SSLContext.getDefault();
    private final @Nullable String storeBefore = System.getProperty(TRUST_STORE);
    private int made;

    public HandMadeCertificates() throws IOException, GeneralSecurityException {
        directory = Files.createTempDirectory("certificates");
        store = directory.resolve("all.p12");
        keytool(TRUSTED, "CN=Trusted here", "-ext", "bc:c", "-validity", "3650");
        keytool(UNKNOWN, "CN=A house's own", "-ext", "bc:c", "-validity", "3650");
        trust();
    }

    /** Of localhost, by an authority that is trusted, good for 90 days. */
    public SSLContext good() throws IOException, GeneralSecurityException {
        return server("-signer", TRUSTED, "-ext", "san=dns:localhost", "-validity", "90");
    }

    /** As {@link #good}, and long over, or not yet. @param begin as keytool's -startdate @param days from then on */
    SSLContext holding(String begin, int days) throws IOException, GeneralSecurityException {
        return server(
                "-signer",
                TRUSTED,
                "-ext",
                "san=dns:localhost",
                "-startdate",
                begin,
                "-validity",
                String.valueOf(days));
    }

    SSLContext ofHost(String name) throws IOException, GeneralSecurityException {
        return server("-signer", TRUSTED, "-ext", "san=dns:" + name, "-validity", "90");
    }

    public SSLContext ofUnknownAuthority() throws IOException, GeneralSecurityException {
        return server("-signer", UNKNOWN, "-ext", "san=dns:localhost", "-validity", "90");
    }

    SSLContext signedByItself() throws IOException, GeneralSecurityException {
        return server("-ext", "san=dns:localhost", "-validity", "90");
    }

    /** Of an authority that somebody else may know; the server does not show who that is. */
    SSLContext withoutItsChain() throws IOException, GeneralSecurityException {
        String alias = make("-signer", UNKNOWN, "-ext", "san=dns:localhost", "-validity", "90");
        return showing(alias, 1);
    }

    private SSLContext server(String... options) throws IOException, GeneralSecurityException {
        return showing(make(options), Integer.MAX_VALUE);
    }

    private String make(String... options) throws IOException {
        made++;
        String alias = "server-" + made;
        keytool(alias, "CN=A server", options);
        return alias;
    }

    private void keytool(String alias, String name, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", // most of its time it starts
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1"));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool made no certificate: " + said);
        }
    }

    private KeyStore all() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private SSLContext showing(String alias, int most) throws IOException, GeneralSecurityException {
        KeyStore all = all();
        Key key = all.getKey(alias, PASSWORD.toCharArray());
        Certificate[] chain = all.getCertificateChain(alias);
        KeyStore own = empty();
        own.setKeyEntry(
                alias,
                key,
                PASSWORD.toCharArray(),
                List.of(chain).subList(0, Math.min(most, chain.length)).toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** By the property, which whoever makes a trust manager reads, and by the context that is made of it only once. */
    private void trust() throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry(TRUSTED, all().getCertificate(TRUSTED));
        Path file = directory.resolve("trusted.p12");
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(TRUST_STORE, file.toString());
        System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLContext.setDefault(context);
    }

    @Override
    public void close() throws IOException {
        SSLContext.setDefault(before);
        System.clearProperty(TRUST_STORE_PASSWORD);
        if (storeBefore == null) {
            System.clearProperty(TRUST_STORE);
        } else {
            System.setProperty(TRUST_STORE, storeBefore);
        }
        Files.deleteIfExists(directory.resolve("trusted.p12"));
        Files.deleteIfExists(store);
        Files.deleteIfExists(directory);
    }
}
