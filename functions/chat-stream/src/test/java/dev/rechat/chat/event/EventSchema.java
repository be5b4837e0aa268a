package dev.rechat.chat.event;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of a turn's events. */
public final class EventSchema {

    static final Path DOCS = Path.of("../../docs");

    private static final Schema SCHEMA = read();

    private EventSchema() {}

    private static Schema read() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(DOCS.resolve("turn-event.schema.json")), InputFormat.JSON);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What is wrong with an event; empty when nothing is. */
    public static List<String> problems(String name, String data) {
        String event = "{\"event\":\"" + name + "\",\"data\":" + data + "}";
        return SCHEMA
                .validate(
                        event,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> name + " " + error)
                .toList();
    }
}
