package dev.rechat.dify;

import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.runtime.ApplicationConfiguration;
import java.time.Duration;
import java.util.List;

/**
 * How the HTTP client is set up for streams: its own read timeouts are off, since {@link HttpTransport} keeps time by
 * phase, and redirects are not followed, since they would carry the key elsewhere.
 */
final class TransportConfiguration extends HttpClientConfiguration {

    /** Below the keep-alive time of common proxies, so that a pooled connection is not used just as it is closed. */
    private static final Duration POOL_IDLE = Duration.ofSeconds(20);

    private static final int MAX_PENDING_CONNECTIONS = 256;

    private final ConnectionPoolConfiguration pool = new ConnectionPoolConfiguration();

    /** @param resolvers the name of the bean that finds the addresses to connect to */
    TransportConfiguration(DifyClientConfiguration limits, String resolvers) {
        super(new ApplicationConfiguration());
        pool.setMaxConcurrentHttp1Connections(limits.maxConnections());
        pool.setMaxPendingConnections(Math.min(limits.maxConnections(), MAX_PENDING_CONNECTIONS));
        pool.setAcquireTimeout(limits.connect());
        setAddressResolverGroupName(resolvers);
        setConnectTimeout(limits.connect());
        setReadTimeout(null);
        setReadIdleTimeout(null);
        setRequestTimeout(null);
        setConnectionPoolIdleTimeout(POOL_IDLE);
        setFollowRedirects(false);
        // One connection per stream: over HTTP/2 all streams would share the server's limit for a single one.
        setAlpnModes(List.of(HttpVersionSelection.ALPN_HTTP_1));
        setExceptionOnErrorStatus(false);
        setMaxContentLength(Integer.MAX_VALUE);
    }

    @Override
    public ConnectionPoolConfiguration getConnectionPoolConfiguration() {
        return pool;
    }
}
