package dev.rechat.benchmarks.load;

import java.net.URI;
import java.util.Map;

/**
 * Where turns are asked for, and how.
 *
 * @param name as it stands in the report
 * @param end the bytes of the stream by which a whole answer is known
 */
public record Target(String name, URI uri, Map<String, String> headers, String body, String end) {

    boolean encrypted() {
        return "https".equals(uri.getScheme());
    }

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return encrypted() ? 443 : 80;
    }

    /** Without the headers, which hold a key. */
    @Override
    public String toString() {
        return name + " at " + uri;
    }
}
