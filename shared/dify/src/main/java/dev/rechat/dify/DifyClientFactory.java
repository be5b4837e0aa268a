package dev.rechat.dify;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Puts the clients together, from beans or without any. */
@Factory
final class DifyClientFactory {

    @Singleton
    @Bean(preDestroy = "close")
    HttpTransport difyTransport(DifyClientConfiguration configuration, BeanContext beans) {
        RawHttpClient http = beans.createBean(
                RawHttpClient.class, Map.of("configuration", new TransportConfiguration(configuration)));
        return new HttpTransport(http, configuration.connect(), () -> {});
    }

    @Singleton
    DifyClient difyClient(HttpTransport transport, DifyClientConfiguration configuration, JsonMapper mapper) {
        return client(transport, configuration, new Json(mapper));
    }

    @Singleton
    DifyRuns difyRuns(HttpTransport transport, DifyClientConfiguration configuration, JsonMapper mapper) {
        return runs(transport, configuration, new Json(mapper));
    }

    static DifyClient standalone(DifyClientConfiguration configuration) {
        ObjectMapper.CloseableObjectMapper mapper = mapper();
        return client(transport(configuration, mapper), configuration, new Json(mapper));
    }

    static DifyRuns standaloneRuns(DifyClientConfiguration configuration) {
        ObjectMapper.CloseableObjectMapper mapper = mapper();
        return runs(transport(configuration, mapper), configuration, new Json(mapper));
    }

    private static ObjectMapper.CloseableObjectMapper mapper() {
        return ObjectMapper.create(Map.of(), "dev.rechat.dify.payload");
    }

    private static HttpTransport transport(
            DifyClientConfiguration configuration, ObjectMapper.CloseableObjectMapper mapper) {
        RawHttpClient http = RawHttpClient.create(null, new TransportConfiguration(configuration));
        return new HttpTransport(http, configuration.connect(), mapper::close);
    }

    private static DifyClient client(HttpTransport transport, DifyClientConfiguration configuration, Json json) {
        HttpCalls http = new HttpCalls(transport, configuration, json, Clock.systemUTC());
        return new RetryingDifyClient(new HttpDifyClient(http, configuration.total(), json), Retries.of(configuration));
    }

    private static DifyRuns runs(HttpTransport transport, DifyClientConfiguration configuration, Json json) {
        HttpCalls http = new HttpCalls(transport, configuration, json, Clock.systemUTC());
        return new RetryingDifyRuns(new HttpDifyRuns(http, json), Retries.of(configuration));
    }
}
