package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.dify.DifyUnavailableException.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A key is sent to nobody who cannot show whom it is meant for; why not is told as far as the JDK does. */
@Timeout(60)
class TlsFailureIT {

    @AutoClose
    private final DifyClient client = Clients.usual();

    @Test
    void certificateThatSignsItselfIsNotTrusted() throws GeneralSecurityException {
        try (TlsServer server = TlsServer.showing(TestCertificate.of("ip:127.0.0.1"))) {
            assertThat(reason(server.port())).isEqualTo(Cause.CERTIFICATE_UNTRUSTED);
            assertThat(server.handshakes).as("and is not tried again").hasValue(0);
        }
    }

    @Test
    void serverThatDoesNotSpeakTlsIsTold() throws IOException {
        for (String answer : List.of("HTTP/1.1 400 Bad Request\r\n\r\n", "")) {
            try (ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> answerAtOnce(plain, answer));

                assertThat(reason(plain.getLocalPort())).isEqualTo(Cause.TLS_FAILED);
            }
        }
    }

    private static void answerAtOnce(ServerSocket listener, String answer) {
        try (Socket socket = listener.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authority would have to be known to the whole JVM for the client to come that far. */
    @Test
    void certificateOfAnotherHostIsTold() throws Exception {
        TestCertificate other = TestCertificate.of("dns:another.example.org");
        try (TlsServer server = TlsServer.showing(other);
                SSLSocket socket = (SSLSocket) other.context()
                        .getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);

            Throwable failure = catchThrowable(socket::startHandshake);

            assertThat(reason(failure)).isEqualTo(Cause.CERTIFICATE_OF_ANOTHER);
        }
    }

    @Test
    void certificateWhoseTimeIsOverIsTold() {
        assertThat(reason(wrapped(new CertificateExpiredException("x")))).isEqualTo(Cause.CERTIFICATE_EXPIRED);
        assertThat(reason(wrapped(
                        new CertPathValidatorException("validity check failed", new CertificateExpiredException("x")))))
                .isEqualTo(Cause.CERTIFICATE_EXPIRED);
        assertThat(reason(wrapped(new CertificateNotYetValidException("x")))).isEqualTo(Cause.CERTIFICATE_EXPIRED);
    }

    private static Throwable wrapped(Throwable cause) {
        return new IllegalStateException(new SSLHandshakeException("handshake").initCause(cause));
    }

    private static Cause reason(Throwable failure) {
        return ((DifyUnavailableException) TransportFailure.of(failure, false, Duration.ofSeconds(1))).reason();
    }

    private Cause reason(int port) {
        DifyApp app =
                new DifyApp(URI.create("https://127.0.0.1:" + port + "/v1"), new DifyApiKey("app-not-a-real-key"));
        return catchThrowableOfType(DifyUnavailableException.class, () -> client.info(app))
                .reason();
    }

    /** Lets nobody get further than the handshake. */
    private static final class TlsServer implements AutoCloseable {

        private final SSLServerSocket listener;
        private final AtomicInteger handshakes = new AtomicInteger();

        private TlsServer(SSLServerSocket listener) {
            this.listener = listener;
            Thread.ofVirtual().start(this::accept);
        }

        static TlsServer showing(TestCertificate certificate) throws GeneralSecurityException {
            SSLContext context = certificate.context();
            try {
                return new TlsServer((SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int port() {
            return listener.getLocalPort();
        }

        private void accept() {
            while (!listener.isClosed()) {
                try (SSLSocket socket = (SSLSocket) listener.accept()) {
                    socket.startHandshake();
                    // TLS 1.3 is through before the client has judged: only what it says next tells
                    if (socket.getInputStream().read() >= 0) {
                        handshakes.incrementAndGet();
                    }
                } catch (IOException refused) {
                    // what the client makes of it is tested
                }
            }
        }

        @Override
        public void close() {
            try {
                listener.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
