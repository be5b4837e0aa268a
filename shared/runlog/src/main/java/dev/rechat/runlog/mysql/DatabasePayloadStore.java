package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.payload.PayloadKey;
import dev.rechat.runlog.payload.PayloadStore;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Rows of a table of their own: what there is where no other place was named. A text is as long as the server takes in one piece. */
@Singleton
@Secondary
class DatabasePayloadStore implements PayloadStore {

    private final RunLogDatabase database;
    private final Clock clock;

    DatabasePayloadStore(RunLogDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void put(String key, String json) {
        database.change(new Statement()
                .add(
                        "INSERT INTO workflow_payloads (file_key, json, created_at) VALUES (?, ?, ?)",
                        PayloadKey.checked(key),
                        json,
                        clock.instant())
                .add(" ON DUPLICATE KEY UPDATE json = VALUES(json)"));
    }

    @Override
    public Optional<String> find(String key) {
        return database.first(
                new Statement().add("SELECT json FROM workflow_payloads WHERE file_key = ?", PayloadKey.checked(key)),
                row -> row.getString(1));
    }

    @Override
    public void delete(String key) {
        database.change(
                new Statement().add("DELETE FROM workflow_payloads WHERE file_key = ?", PayloadKey.checked(key)));
    }
}
