package dev.rechat.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.tls.PrivateAuthorities;
import dev.rechat.testing.tls.ServerCertificate;
import dev.rechat.testing.tls.TestAuthority;
import dev.rechat.testing.tls.TlsFront;
import io.micronaut.core.value.MapPropertyResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked of Java afterwards trusts one more, and nobody less. */
@Timeout(60)
class PrivateAuthoritiesIT {

    private static final String STORE = "javax.net.ssl.trustStore";

    private final Properties before = (Properties) System.getProperties().clone();

    @AfterEach
    void forget() {
        System.setProperties(before);
    }

    private static List<String> trust(@Nullable String value) {
        Map<String, Object> properties = value == null ? Map.of() : Map.of("rechat.tls.ca", value);
        return PrivateAuthorities.trust(new MapPropertyResolver(properties));
    }

    private static int trusted() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        @Nullable KeyStore ofThePlatform = null;
        factory.init(ofThePlatform);
        return ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers().length;
    }

    private static void shakeHandsWith(ServerCertificate certificate) throws IOException, GeneralSecurityException {
        SSLContext fresh = SSLContext.getInstance("TLS");
        fresh.init(null, null, null);
        try (ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                TlsFront front = TlsFront.before(plain.getLocalPort(), certificate);
                SSLSocket socket = (SSLSocket) fresh.getSocketFactory().createSocket("127.0.0.1", front.port())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }

    @Test
    void areTrustedBesideThePublicOnes() throws Exception {
        TestAuthority authority = TestAuthority.create();
        ServerCertificate server = authority.issue("ip:127.0.0.1");
        int known = trusted();
        assertThatThrownBy(() -> shakeHandsWith(server)).isInstanceOf(SSLHandshakeException.class);

        assertThat(trust(authority.pem())).isEmpty();

        assertThatCode(() -> shakeHandsWith(server)).doesNotThrowAnyException();
        assertThat(trusted()).isEqualTo(known + 1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(System.getProperty(STORE, "")))))
                .isEqualTo("rw-------");
    }

    @Test
    void vouchForTheNameOnly() {
        TestAuthority authority = TestAuthority.create();
        ServerCertificate server = authority.issue("dns:another.example.org");

        assertThat(trust(authority.pem())).isEmpty();

        assertThatThrownBy(() -> shakeHandsWith(server)).hasMessageContaining("127.0.0.1");
    }

    @Test
    void needNotBe() {
        assertThat(trust(null)).isEmpty();
        assertThat(trust(" ")).isEmpty();

        assertThat(System.getProperties()).isEqualTo(before);
    }

    @Test
    void areToldByTheVariableWhenTheyCannotBeRead() {
        assertThat(trust("garbage"))
                .singleElement()
                .asString()
                .startsWith("RECHAT_TLS_CA ")
                .doesNotContain("garbage");

        assertThat(System.getProperties()).isEqualTo(before);
    }
}
