package dev.rechat.dify;

import dev.rechat.dify.network.NetworkFactory;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.client.LoadBalancer;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Puts the client together. */
@Factory
final class DifyClientFactory {

    @Singleton
    @Bean(preDestroy = "close")
    HttpCalls difyCalls(
            DifyClientConfiguration configuration, BeanContext beans, JsonMapper mapper, List<DifyObserver> observers) {
        HttpTransport transport = new HttpTransport(
                http(configuration, beans, NetworkFactory.ENCRYPTED),
                http(configuration, beans, NetworkFactory.PLAIN),
                configuration.connect());
        return new HttpCalls(
                transport,
                configuration,
                new Json(mapper),
                Clock.systemUTC(),
                failure -> observers.forEach(observer -> observer.failed(failure)));
    }

    @Singleton
    DifyClient difyClient(HttpCalls calls, JsonMapper mapper) {
        return new RetryingDifyClient(new HttpDifyClient(calls, new Json(mapper)), retry(calls));
    }

    @Singleton
    DifyRuns difyRuns(HttpCalls calls, JsonMapper mapper) {
        return new RetryingDifyRuns(new HttpDifyRuns(calls, new Json(mapper)), retry(calls));
    }

    @Singleton
    DifyFiles difyFiles(HttpCalls calls, JsonMapper mapper) {
        return new HttpDifyFiles(calls, new Json(mapper), retry(calls));
    }

    @Singleton
    DifyMessages difyMessages(HttpCalls calls, JsonMapper mapper) {
        return new HttpDifyMessages(calls, new Json(mapper));
    }

    @Singleton
    DifyAudio difyAudio(HttpCalls calls, JsonMapper mapper) {
        return new HttpDifyAudio(calls, new Json(mapper));
    }

    /** Micronaut looks at a configuration given to it only beside a load balancer; else it takes its own, silently. */
    private static RawHttpClient http(DifyClientConfiguration configuration, BeanContext beans, String resolvers) {
        return beans.createBean(
                RawHttpClient.class,
                Map.of(
                        "loadBalancer",
                        LoadBalancer.empty(),
                        "configuration",
                        new TransportConfiguration(configuration, resolvers)));
    }

    private static Retry retry(HttpCalls calls) {
        return Retry.times(calls.limits().retries());
    }
}
