package dev.rechat.runlog.search;

import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.search.server.Product;
import dev.rechat.runlog.search.server.SearchServer;
import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores for tests, each with a prefix of its own, so that none sees another's records. */
final class Stores {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Stores() {}

    static SearchRunLogStore on(Product product, PayloadStore payloads) {
        return at(SearchServer.of(product), newPrefix(), payloads);
    }

    static String newPrefix() {
        return "t" + NUMBER.incrementAndGet();
    }

    static SearchRunLogStore at(URI address, String prefix, PayloadStore payloads) {
        return of(configuration(address, prefix, Duration.ofSeconds(30), 3), payloads);
    }

    static SearchConfiguration configuration(URI address, String prefix, Duration timeout, int retries) {
        return new SearchConfiguration(
                List.of(address.toString()), null, null, null, true, timeout, retries, prefix, null, "es");
    }

    static SearchRunLogStore of(SearchConfiguration configuration, PayloadStore payloads) {
        Clock clock = Clock.systemUTC();
        return new SearchRunLogStore(configuration, ObjectMapper.getDefault(), payloads, UUID::randomUUID, clock);
    }
}
