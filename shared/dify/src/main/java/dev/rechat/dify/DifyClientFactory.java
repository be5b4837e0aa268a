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

/** Puts the client together, from beans or without any. */
@Factory
final class DifyClientFactory {

    @Singleton
    @Bean(preDestroy = "close")
    HttpCalls difyCalls(DifyClientConfiguration configuration, BeanContext beans, JsonMapper mapper) {
        RawHttpClient http = beans.createBean(
                RawHttpClient.class, Map.of("configuration", new TransportConfiguration(configuration)));
        return calls(configuration, http, mapper, () -> {});
    }

    @Singleton
    DifyClient difyClient(HttpCalls calls, JsonMapper mapper) {
        return client(calls, new Json(mapper));
    }

    @Singleton
    DifyRuns difyRuns(HttpCalls calls, JsonMapper mapper) {
        return runs(calls, new Json(mapper));
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

    static DifyClient standalone(DifyClientConfiguration configuration) {
        ObjectMapper.CloseableObjectMapper mapper = mapper();
        return client(calls(configuration, mapper), new Json(mapper));
    }

    static DifyRuns standaloneRuns(DifyClientConfiguration configuration) {
        ObjectMapper.CloseableObjectMapper mapper = mapper();
        return runs(calls(configuration, mapper), new Json(mapper));
    }

    private static ObjectMapper.CloseableObjectMapper mapper() {
        return ObjectMapper.create(Map.of(), "dev.rechat.dify.payload");
    }

    private static HttpCalls calls(DifyClientConfiguration configuration, ObjectMapper.CloseableObjectMapper mapper) {
        RawHttpClient http = RawHttpClient.create(null, new TransportConfiguration(configuration));
        return calls(configuration, http, mapper, mapper::close);
    }

    private static DifyRuns runs(HttpCalls calls, Json json) {
        return new RetryingDifyRuns(new HttpDifyRuns(calls, json), retry(calls));
    }

    private static DifyClient client(HttpCalls calls, Json json) {
        return new RetryingDifyClient(new HttpDifyClient(calls, json), retry(calls));
    }

    private static Retry retry(HttpCalls calls) {
        return Retry.times(calls.limits().retries());
    }

    /** @param afterwards what is to be closed after the connections */
    private static HttpCalls calls(
            DifyClientConfiguration configuration, RawHttpClient http, JsonMapper mapper, Runnable afterwards) {
        HttpTransport transport = new HttpTransport(http, configuration.connect(), afterwards);
        return new HttpCalls(transport, configuration, new Json(mapper), Clock.systemUTC());
    }
}
