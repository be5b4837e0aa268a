package dev.rechat.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ResponseStreamTest {

    private static final String ACCEPTED = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

    private static ResponseStream open(Wire wire) throws IOException {
        return ResponseStream.open(wire.connection(), "/response", ERROR_TYPE);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void saysThatItStreams() throws IOException {
        Wire wire = new Wire(ACCEPTED);

        open(wire).end();

        assertThat(wire.sent())
                .startsWith("POST /response HTTP/1.1\r\n")
                .contains("Content-Type: application/vnd.awslambda.http-integration-response\r\n")
                .contains("Lambda-Runtime-Function-Response-Mode: streaming\r\n")
                .contains("Transfer-Encoding: chunked\r\n")
                .contains("Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n")
                .endsWith("\r\n\r\n0\r\n\r\n");
    }

    @Test
    void sendsEachPieceAtOnceAsOneChunk() throws IOException {
        Wire wire = new Wire(ACCEPTED);
        ResponseStream stream = open(wire);

        stream.chunk(utf8("0123456789abcdef"));
        assertThat(wire.sent()).endsWith("\r\n\r\n10\r\n0123456789abcdef\r\n");
        stream.chunk(utf8("é"));
        assertThat(wire.sent()).endsWith("2\r\né\r\n");
    }

    @Test
    void doesNotEndTheBodyByAnEmptyPiece() throws IOException {
        Wire wire = new Wire(ACCEPTED);
        ResponseStream stream = open(wire);

        stream.chunk(new byte[0]);
        stream.chunk(utf8("x"));
        stream.end();

        assertThat(wire.sent()).endsWith("\r\n\r\n1\r\nx\r\n0\r\n\r\n");
    }

    @Test
    void tellsFailureInTrailers() throws IOException {
        Wire wire = new Wire(ACCEPTED);

        open(wire).fail(new FunctionFailure("Function.X", "a \"b\""));

        String body = Base64.getEncoder()
                .encodeToString(
                        utf8("{\"errorType\":\"Function.X\",\"errorMessage\":\"a \\\"b\\\"\",\"stackTrace\":[]}"));
        assertThat(wire.sent())
                .endsWith("\r\n0\r\n" + ERROR_TYPE + ": Function.X\r\nLambda-Runtime-Function-Error-Body: " + body
                        + "\r\n\r\n");
    }

    @Test
    void closesTheConnectionWhenLambdaDoesNotTakeTheAnswer() throws IOException {
        Wire wire = new Wire("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
        ResponseStream stream = open(wire);

        assertThatIOException().isThrownBy(stream::end);
        assertThat(wire.closed()).isTrue();
    }
}
