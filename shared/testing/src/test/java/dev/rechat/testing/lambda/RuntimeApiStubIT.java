package dev.rechat.testing.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuntimeApiStubIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String STREAMING = "Lambda-Runtime-Function-Response-Mode: streaming\r\n"
            + "Content-Type: application/vnd.awslambda.http-integration-response\r\nTransfer-Encoding: chunked\r\n";

    private final RuntimeApiStub stub = RuntimeApiStub.start();
    private Socket socket;
    private BufferedReader in;
    private OutputStream out;

    @BeforeEach
    void connect() throws IOException {
        String[] endpoint = stub.endpoint().split(":", 2);
        socket = new Socket(endpoint[0], Integer.parseInt(endpoint[1]));
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        stub.close();
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void poll() throws IOException {
        send("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private void post(Invocation invocation, String what, String headers, String body) throws IOException {
        String length = headers.contains("chunked")
                ? ""
                : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        send("POST /2018-06-01/runtime/invocation/" + invocation.id() + "/" + what + " HTTP/1.1\r\nHost: x\r\n"
                + headers + length + "\r\n" + body);
    }

    /** The next head and body of the stub as text; every body here is one line of JSON. */
    private String answer() throws IOException {
        StringBuilder head = new StringBuilder();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
            if (line.startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring("content-length: ".length()));
            }
        }
        char[] body = new char[length];
        for (int read = 0; read < length; ) {
            read += in.read(body, read, length - read);
        }
        return head + new String(body);
    }

    @Test
    void givesEventWithAllItsHeaders() throws IOException {
        Invocation invocation = stub.invoke("{\"a\":1}", Duration.ofMinutes(1));

        poll();

        assertThat(answer())
                .startsWith("HTTP/1.1 200")
                .contains("Lambda-Runtime-Aws-Request-Id: " + invocation.id())
                .contains("Lambda-Runtime-Deadline-Ms: ")
                .contains("Lambda-Runtime-Invoked-Function-Arn: arn:")
                .contains("Lambda-Runtime-Trace-Id: Root=")
                .endsWith("{\"a\":1}");
    }

    @Test
    void givesTheNextEventOnlyAfterTheAnswerToTheOneBefore() throws IOException {
        Invocation first = stub.invoke("{}");
        Invocation second = stub.invoke("{}");
        poll();
        answer();

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> second.awaitDelivery(Duration.ofMillis(50)));
        post(first, "response", "", "{\"statusCode\":204}");
        poll();

        assertThat(answer()).startsWith("HTTP/1.1 202");
        second.awaitDelivery(PATIENCE);
        assertThat(first.awaitResponse(PATIENCE).status()).isEqualTo(204);
        assertThat(stub.violations()).isEmpty();
    }

    @Test
    void showsChunksWhileTheyArriveAndTrailersAtTheEnd() throws IOException {
        Invocation invocation = stub.invoke("{}");
        poll();
        answer();

        String prelude = "{\"statusCode\":201,\"headers\":{\"A\":\"b\"},\"cookies\":[\"c=d\"]}" + "\0".repeat(8);
        post(invocation, "response", STREAMING, Integer.toHexString(prelude.length()) + "\r\n" + prelude + "\r\n");
        invocation.awaitHead(PATIENCE);
        assertThat(invocation.chunkCount()).isZero();
        send("2\r\nab\r\n");
        assertThat(invocation.awaitChunk(0, PATIENCE).text()).isEqualTo("ab");
        // "e30=" is {}
        send(
                "1\r\nc\r\n0\r\nLambda-Runtime-Function-Error-Type: T\r\nLambda-Runtime-Function-Error-Body: e30=\r\n\r\n");

        LambdaAnswer answer = invocation.awaitResponse(PATIENCE);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("a")).contains("b");
        assertThat(answer.setCookies()).containsExactly("c=d");
        assertThat(answer.chunkTexts()).containsExactly("ab", "c");
        assertThat(answer.error()).isEqualTo(new FunctionError("T", "{}", "{}"));
    }

    @Test
    void showsWhatArrivedWhenTheConnectionIsCut() throws IOException {
        Invocation invocation = stub.invoke("{}");
        poll();
        answer();
        post(invocation, "response", STREAMING, "a\r\n{}" + "\0".repeat(8) + "\r\n1\r\nx\r\n");
        invocation.awaitText("x", PATIENCE);

        socket.close();

        LambdaAnswer answer = invocation.awaitResponse(PATIENCE);
        assertThat(answer.complete()).isFalse();
        assertThat(answer.text()).isEqualTo("x");
    }

    @Test
    void answersProxyResponseThatIsNoneWith502() throws IOException {
        Invocation invocation = stub.invoke("{}");
        poll();
        answer();

        post(invocation, "response", "", "\"text\"");

        LambdaAnswer answer = invocation.awaitResponse(PATIENCE);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.error()).isNotNull();
    }

    @Test
    void refusesSecondAnswer() throws IOException {
        Invocation invocation = stub.invoke("{}");
        poll();
        answer();
        post(invocation, "error", "Lambda-Runtime-Function-Error-Type: T\r\n", "{\"errorMessage\":\"m\"}");
        assertThat(answer()).startsWith("HTTP/1.1 202");

        post(invocation, "response", "", "{\"statusCode\":200}");

        assertThat(answer()).startsWith("HTTP/1.1 400");
        assertThat(stub.violations()).hasSize(1);
        assertThat(invocation.awaitResponse(PATIENCE).error())
                .isEqualTo(new FunctionError("T", "m", "{\"errorMessage\":\"m\"}"));
    }

    @Test
    void forgetsPollWhoseConnectionEnded() throws IOException {
        poll();
        stub.awaitPoll(PATIENCE);
        socket.close();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (stub.polled() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        connect();

        Invocation invocation = stub.invoke("{\"b\":2}");
        poll();

        assertThat(answer()).contains(invocation.id()).endsWith("{\"b\":2}");
    }
}
