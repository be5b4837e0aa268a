package dev.rechat.local.doctor.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;

/**
 * What came for a request.
 *
 * @param body its beginning
 * @param took until all of that was there
 */
public record Page(int status, HttpHeaders headers, String body, Duration took) {

    /** Empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The media type in lower case, without parameters. */
    public String type() {
        return header("Content-Type").replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    }

    public boolean isHtml() {
        return type().equals("text/html");
    }

    public boolean isJson() {
        return type().equals("application/json") || type().endsWith("+json");
    }

    public boolean isRedirect() {
        return status >= 300 && status < 400 && !header("Location").isEmpty();
    }
}
