package dev.rechat.runlog.payload;

import dev.rechat.runlog.settings.RunLogConfiguration;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** The folder that was named. Where nothing was, another bean keeps payloads in the database. */
@Factory
@Requires(property = RunLogConfiguration.PREFIX + ".payloads", pattern = "(?!s3:).+")
final class PayloadPlace {

    @Singleton
    PayloadStore payloads(RunLogConfiguration configuration) {
        return new FolderPayloadStore(Path.of(configuration.payloads()));
    }
}
