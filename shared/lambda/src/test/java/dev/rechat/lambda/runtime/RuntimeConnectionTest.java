package dev.rechat.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeConnectionTest {

    @Test
    void writesHeadOnlyWhenFlushed() throws IOException {
        Wire wire = new Wire("");

        wire.connection().head("GET", "/x", Map.of("A", "b"));
        assertThat(wire.sent()).isEmpty();
        wire.connection().flush();

        assertThat(wire.sent())
                .isEqualTo("GET /x HTTP/1.1\r\nHost: api:9001\r\nUser-Agent: rechat-lambda\r\nA: b\r\n\r\n");
    }

    @Test
    void readsAnswerWithLengthAndLeavesTheNextAlone() throws IOException {
        RuntimeConnection connection = new Wire("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX-Id:  7 \r\n\r\n{é}"
                        + "HTTP/1.1 202 Accepted\r\n\r\n")
                .connection();

        RuntimeAnswer first = connection.readAnswer();
        RuntimeAnswer second = connection.readAnswer();

        assertThat(first).isEqualTo(new RuntimeAnswer(200, Map.of("content-length", "4", "x-id", "7"), "{é}"));
        assertThat(second.status()).isEqualTo(202);
        assertThat(connection.reusable()).isTrue();
    }

    @Test
    void readsAnswerInChunks() throws IOException {
        RuntimeAnswer answer = new Wire("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n")
                .connection()
                .readAnswer();

        assertThat(answer.body()).isEqualTo("abc0123456789");
    }

    @Test
    void isNotUsedAgainAfterClose() throws IOException {
        RuntimeConnection connection = new Wire("HTTP/1.1 202 OK\r\nConnection: close\r\n\r\n").connection();

        connection.readAnswer();

        assertThat(connection.reusable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-x\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatIOException().isThrownBy(() -> new Wire(text).connection().readAnswer());
    }

    @Test
    void refusesHeadWithoutEnd() {
        Wire wire = new Wire("HTTP/1.1 200 OK\r\nX: " + "x".repeat(300_000));

        assertThatIOException().isThrownBy(() -> wire.connection().readAnswer()).withMessageContaining("larger than");
    }
}
