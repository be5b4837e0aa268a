package dev.rechat.conversation.export;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of exports. */
public final class ExportSchema {

    private static final Schema SCHEMA = read();

    private ExportSchema() {}

    private static Schema read() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            Files.readString(Path.of("../../docs/conversation-export.schema.json")), InputFormat.JSON);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What is wrong with a document; empty when nothing is. */
    public static List<String> problems(String document) {
        return SCHEMA
                .validate(
                        document,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
