package dev.rechat.runlog.search.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is and how it is asked.
 *
 * @param ca trusted instead of the process's authorities; null for those
 * @param awsRegion null where requests are not signed
 * @param retries after failures that may pass
 */
public record ServerAddress(
        List<URI> hosts,
        @Nullable String username,
        @Nullable String password,
        @Nullable String ca,
        boolean verify,
        Duration timeout,
        int retries,
        @Nullable String awsRegion,
        String awsService) {

    public ServerAddress {
        hosts = List.copyOf(hosts);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ServerAddress" + hosts;
    }
}
