package dev.rechat.testing.dify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A stream read as it comes. */
record OpenStream(InputStream input, ByteArrayOutputStream seen) implements AutoCloseable {

    static OpenStream of(HttpResponse<InputStream> response) {
        return new OpenStream(response.body(), new ByteArrayOutputStream());
    }

    /** Everything seen so far, which contains the part. */
    String readUntil(String part) throws IOException {
        while (!seen.toString(StandardCharsets.UTF_8).contains(part)) {
            int next = input.read();
            if (next < 0) {
                throw new IOException("The stream ended without " + part + ": " + seen);
            }
            seen.write(next);
        }
        return seen.toString(StandardCharsets.UTF_8);
    }

    /** Everything to the end, or to the point where the connection broke. */
    String readToEnd() {
        try {
            for (int next = input.read(); next >= 0; next = input.read()) {
                seen.write(next);
            }
            return seen.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            return seen.toString(StandardCharsets.UTF_8) + "<BROKEN>";
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
