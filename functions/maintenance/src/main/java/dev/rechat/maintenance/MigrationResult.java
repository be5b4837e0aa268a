package dev.rechat.maintenance;

import java.util.List;

/**
 * What a migration did, or would do.
 *
 * @param migrations version and title of each file, in order
 */
public record MigrationResult(List<String> migrations) {

    public MigrationResult {
        migrations = List.copyOf(migrations);
    }

    public int applied() {
        return migrations.size();
    }
}
