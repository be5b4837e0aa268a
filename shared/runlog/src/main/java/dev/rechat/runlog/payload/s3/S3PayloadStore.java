package dev.rechat.runlog.payload.s3;

import dev.rechat.runlog.payload.PayloadKey;
import dev.rechat.runlog.payload.PayloadStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Each payload is an object. A store of objects shows a whole one or none, so there is nothing half written. */
final class S3PayloadStore implements PayloadStore, AutoCloseable {

    private final S3Client client;

    S3PayloadStore(S3Client client) {
        this.client = client;
    }

    @Override
    public void put(String key, String json) {
        client.put(PayloadKey.checked(key), json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> find(String key) {
        return client.get(PayloadKey.checked(key)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void delete(String key) {
        client.delete(PayloadKey.checked(key));
    }

    @Override
    public void close() {
        client.close();
    }
}
