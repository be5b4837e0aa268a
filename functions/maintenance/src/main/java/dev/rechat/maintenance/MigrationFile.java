package dev.rechat.maintenance;

import java.io.Reader;
import java.io.StringReader;
import org.flywaydb.core.api.resource.LoadableResource;

/** One migration, as Flyway wants to read it. */
final class MigrationFile extends LoadableResource {

    private final String name;

    MigrationFile(String name) {
        this.name = name;
    }

    @Override
    public Reader read() {
        return new StringReader(MigrationFiles.read(getAbsolutePath()));
    }

    @Override
    public String getAbsolutePath() {
        return MigrationFiles.FOLDER + name;
    }

    /** What is called absolute on disk is only shown in messages. */
    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }
}
