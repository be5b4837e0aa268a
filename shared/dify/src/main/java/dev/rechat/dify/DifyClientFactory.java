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
import java.util.concurrent.ThreadLocalRandom;

/** Puts the client together, from beans or without any. */
@Factory
final class DifyClientFactory {

    @Singleton
    @Bean(preDestroy = "close")
    DifyClient difyClient(DifyClientConfiguration configuration, BeanContext beans, JsonMapper mapper) {
        RawHttpClient http = beans.createBean(
                RawHttpClient.class, Map.of("configuration", new TransportConfiguration(configuration)));
        return assemble(configuration, http, mapper, () -> {});
    }

    static DifyClient standalone(DifyClientConfiguration configuration) {
        ObjectMapper.CloseableObjectMapper mapper = ObjectMapper.create(Map.of(), "dev.rechat.dify.payload");
        RawHttpClient http = RawHttpClient.create(null, new TransportConfiguration(configuration));
        return assemble(configuration, http, mapper, mapper::close);
    }

    /** @param afterwards what is to be closed after the connections */
    private static DifyClient assemble(
            DifyClientConfiguration configuration, RawHttpClient http, JsonMapper mapper, Runnable afterwards) {
        HttpTransport transport = new HttpTransport(http, configuration.connect(), afterwards);
        DifyClient plain = new HttpDifyClient(transport, configuration, new Json(mapper), Clock.systemUTC());
        return new RetryingDifyClient(
                plain,
                configuration.retries(),
                Sleeper::sleepThread,
                () -> ThreadLocalRandom.current().nextLong());
    }
}
