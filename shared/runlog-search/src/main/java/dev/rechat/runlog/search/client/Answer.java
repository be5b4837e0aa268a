package dev.rechat.runlog.search.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a server answered, whatever it was. @param retryAfter how long it wants to be left alone */
record Answer(int status, byte[] body, @Nullable Duration retryAfter) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may go well a little later. */
    boolean mayPass() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }
}
