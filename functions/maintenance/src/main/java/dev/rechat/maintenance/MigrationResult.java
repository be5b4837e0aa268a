package dev.rechat.maintenance;

import java.util.List;

/**
 * What a migration did, or would do.
 *
 * @param migrations version and title of each file, in order
 */
public record MigrationResult(List<String> migrations) {

    private static final String SEALS = "0010 ";

    public MigrationResult {
        migrations = List.copyOf(migrations);
    }

    /**
     * Whether the table for the seals of the audit log was made just now. Whoever did that begins the chain
     * ({@code AuditSealing.begin}): later, nobody could tell a log that was never sealed from one whose seals were taken away.
     */
    public boolean beginsAuditChain() {
        return migrations.stream().anyMatch(migration -> migration.startsWith(SEALS));
    }

    public int applied() {
        return migrations.size();
    }
}
