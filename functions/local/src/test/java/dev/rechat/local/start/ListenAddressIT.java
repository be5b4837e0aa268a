package dev.rechat.local.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class ListenAddressIT {

    @Test
    void namesTheTakenPortAndAnotherThatIsFree() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = new ListenAddress("127.0.0.1", other.getLocalPort());

            assertThatThrownBy(address::requireFree)
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " on 127.0.0.1")
                    .hasMessageMatching("(?s).*--port \\d+\\.");
        }
    }

    @Test
    void leavesAFreePortFree() throws IOException {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        var address = new ListenAddress("127.0.0.1", port);

        address.requireFree();

        assertThatCode(address::requireFree).doesNotThrowAnyException();
    }

    @Test
    void saysThatAHostNameIsUnknown() {
        assertThatThrownBy(() -> new ListenAddress("no-such-host.invalid", 0).requireFree())
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("no-such-host.invalid");
    }
}
