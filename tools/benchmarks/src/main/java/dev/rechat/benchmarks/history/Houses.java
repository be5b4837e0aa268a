package dev.rechat.benchmarks.history;

import dev.rechat.benchmarks.data.HousePlace;
import dev.rechat.benchmarks.data.HouseServer;
import dev.rechat.testing.database.Schema;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Both houses, in two schemas of one server, so that both have the same buffer pool, disk and settings.
 *
 * @param server null when it is somebody else's
 */
record Houses(Schema small, Schema large, @Nullable HouseServer server) implements AutoCloseable {

    static Houses open(HousePlace place, @Nullable String smallUrl, String bufferPool, Consumer<String> tell)
            throws IOException {
        Schema given = place.database();
        if (given != null) {
            if (smallUrl == null) {
                throw new IllegalArgumentException("--database wants --small-database beside it");
            }
            return new Houses(place.schema(smallUrl), given, null);
        }
        HouseServer server = HouseServer.start(place.directory(), bufferPool, tell);
        return new Houses(server.small(), server.large(), server);
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
