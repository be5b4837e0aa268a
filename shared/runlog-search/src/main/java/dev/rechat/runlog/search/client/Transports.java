package dev.rechat.runlog.search.client;

import dev.rechat.kernel.tls.PrivateAuthorities;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.aws.AwsSdk2Transport;
import org.opensearch.client.transport.aws.AwsSdk2TransportOptions;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** The two ways of requests: plainly to one or several hosts, or signed to Amazon OpenSearch Service. */
final class Transports {

    /** One event loop reads and writes for all; few requests are under way at a time. */
    private static final int LOOPS = 1;

    private static final int CONNECTIONS = 20;

    private Transports() {}

    static OpenSearchTransport of(ServerAddress server) {
        return server.awsRegion() == null ? plain(server) : signed(server, server.awsRegion());
    }

    private static OpenSearchTransport plain(ServerAddress server) {
        Timeout timeout = Timeout.of(server.timeout());
        HttpHost[] hosts = server.hosts().stream().map(Transports::host).toArray(HttpHost[]::new);
        return ApacheHttpClient5TransportBuilder.builder(hosts)
                .setMapper(new NoMapper())
                .setDefaultHeaders(headers(server))
                .setRequestConfigCallback(
                        request -> request.setResponseTimeout(timeout).setConnectionRequestTimeout(timeout))
                // A search server sets no cookies, and the list of the world's domains, which they need, is long.
                .setHttpClientConfigCallback(client -> client.disableCookieManagement()
                        .setDefaultCookieSpecRegistry(name -> null)
                        // Headers say who asks; the cache wants Java's serialisation, which executables have not.
                        .disableAuthCaching()
                        .setIOReactorConfig(IOReactorConfig.custom()
                                .setIoThreadCount(LOOPS)
                                .setSoTimeout(timeout)
                                .build())
                        .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                                .setMaxConnPerRoute(CONNECTIONS)
                                .setMaxConnTotal(CONNECTIONS)
                                .setDefaultConnectionConfig(ConnectionConfig.custom()
                                        .setConnectTimeout(timeout)
                                        .setSocketTimeout(timeout)
                                        .build())
                                .setTlsStrategy(tls(server).buildAsync())
                                .build()))
                .build();
    }

    private static HttpHost host(URI address) {
        return new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    }

    /** Told before it is asked for: a server's 401 would cost each first request a second one. */
    private static Header[] headers(ServerAddress server) {
        if (server.username() == null) {
            return new Header[0];
        }
        String pair = server.username() + ":" + server.password();
        return new Header[] {
            new BasicHeader(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                    true)
        };
    }

    private static ClientTlsStrategyBuilder tls(ServerAddress server) {
        ClientTlsStrategyBuilder builder = ClientTlsStrategyBuilder.create();
        TrustManager @Nullable [] trust = trust(server);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, new SecureRandom());
            builder.setSslContext(context);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java's own TLS cannot be set up", impossible);
        }
        return builder.setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                .setHostnameVerifier(server.verify() ? new DefaultHostnameVerifier() : NoopHostnameVerifier.INSTANCE);
    }

    /** Null for those that the process trusts. */
    private static TrustManager @Nullable [] trust(ServerAddress server) {
        if (!server.verify()) {
            return new TrustManager[] {new TrustsAnyServer()};
        }
        return server.ca() == null ? null : PrivateAuthorities.only(server.ca());
    }

    private static OpenSearchTransport signed(ServerAddress server, String region) {
        UrlConnectionHttpClient.Builder client = UrlConnectionHttpClient.builder()
                .connectionTimeout(server.timeout())
                .socketTimeout(server.timeout());
        TrustManager @Nullable [] trust = trust(server);
        if (trust != null) {
            client.tlsTrustManagersProvider(() -> trust);
        }
        URI address = server.hosts().getFirst();
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        return new AwsSdk2Transport(
                client.build(),
                host,
                server.awsService(),
                Region.of(region),
                AwsSdk2TransportOptions.builder()
                        .setCredentials(DefaultCredentialsProvider.create())
                        .setMapper(new NoMapper())
                        .build());
    }
}
