package dev.rechat.runlog.search.client;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import org.opensearch.client.json.JsonpMapper;

/** The generic client passes bytes and maps nothing; a mapper of the client's own would bring a library that needs reflection. */
final class NoMapper implements JsonpMapper {

    @Override
    public JsonProvider jsonProvider() {
        return JsonProvider.provider();
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
