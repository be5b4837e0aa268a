package dev.rechat.accounts.link;

import java.time.Instant;

/**
 * A new link, on its way to its bearer. The token stands in the fragment, which browsers send to no server and servers
 * write into no log.
 */
public record MadeLink(String url, Instant expiresAt) {

    @Override
    public String toString() {
        return "MadeLink[expiresAt=" + expiresAt + "]";
    }
}
