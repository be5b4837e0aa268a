package dev.rechat.runlog.search.client;

import com.fasterxml.jackson.core.JsonFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import org.opensearch.client.json.JsonpMapper;
import org.opensearch.client.json.jackson.JacksonJsonProvider;

/**
 * The generic client passes bytes and maps nothing; a mapper of the client's own would bring a library that needs reflection. The
 * transport that signs opens a generator for every request, though, and closes it when nothing was written: Jackson's does not
 * mind.
 */
final class NoMapper implements JsonpMapper {

    private final JsonProvider provider = new JacksonJsonProvider(new JsonFactory());

    @Override
    public JsonProvider jsonProvider() {
        return provider;
    }

    @Override
    public <T> T deserialize(JsonParser parser, Class<T> type) {
        throw new UnsupportedOperationException("the generic client maps nothing");
    }

    @Override
    public <T> void serialize(T value, JsonGenerator generator) {
        throw new UnsupportedOperationException("the generic client maps nothing");
    }
}
