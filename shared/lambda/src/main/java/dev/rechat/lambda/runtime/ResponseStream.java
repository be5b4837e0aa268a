package dev.rechat.lambda.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that Lambda passes on while it is written. One thread. Every method throws {@link IOException} when the
 * other side is gone; nothing more can be written then, and the connection is closed.
 */
public final class ResponseStream {

    private static final String PRELUDE_TYPE = "application/vnd.awslambda.http-integration-response";
    private static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";
    private static final byte[] LINE_END = {'\r', '\n'};

    private final RuntimeConnection connection;
    private final String errorType;

    private ResponseStream(RuntimeConnection connection, String errorType) {
        this.connection = connection;
        this.errorType = errorType;
    }

    static ResponseStream open(RuntimeConnection connection, String path, String errorType) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", PRELUDE_TYPE);
        headers.put("Lambda-Runtime-Function-Response-Mode", "streaming");
        headers.put("Transfer-Encoding", "chunked");
        headers.put("Trailer", errorType + ", " + ERROR_BODY);
        connection.head("POST", path, headers);
        return new ResponseStream(connection, errorType);
    }

    /** Sends the bytes at once, as one chunk. An empty array sends nothing: an empty chunk would end the body. */
    public void chunk(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        attempt(() -> {
            connection.write(Integer.toHexString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            connection.write(LINE_END);
            connection.write(bytes);
            connection.write(LINE_END);
            connection.flush();
        });
    }

    /** Ends the answer and waits until Lambda has taken it. */
    public void end() throws IOException {
        finish("0\r\n\r\n");
    }

    /** Ends the answer with a failure in its trailers: the client sees a cut connection. */
    public void fail(FunctionFailure failure) throws IOException {
        String body = Base64.getEncoder().encodeToString(failure.json());
        finish("0\r\n" + errorType + ": " + failure.type() + "\r\n" + ERROR_BODY + ": " + body + "\r\n\r\n");
    }

    /** Gives up the connection, which ends the answer wherever it is, even in a write that waits. Any thread. */
    public void abort() {
        connection.close();
    }

    private void finish(String last) throws IOException {
        attempt(() -> {
            connection.write(last.getBytes(StandardCharsets.US_ASCII));
            connection.flush();
            RuntimeAnswer answer = connection.readAnswer();
            if (!answer.accepted()) {
                throw new IOException("the Runtime API answered a stream with " + answer.status());
            }
        });
    }

    private void attempt(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
