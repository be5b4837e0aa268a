package dev.rechat.local.lambda;

import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.database.Schema;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Puts a chat app into the database, its key sealed with the key the functions under test have. */
final class SealedApp {

    private static final String SQL = """
            INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled, sort_order,
                created_at, updated_at)
            VALUES (?, ?, 'Chat', '', '', 'chat', ?, ?, TRUE, 0, NOW(3), NOW(3))
            """;

    private SealedApp() {}

    static String insert(Schema database, URI dify, String key) {
        String id = UUID.randomUUID().toString();
        String sealed = new SecretBox("test", Map.of("test", new byte[32])).seal(key, id);
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.prepareStatement(SQL)) {
            statement.setString(1, id);
            // A slug of its own: a house may have several.
            statement.setString(2, "chat-" + id);
            statement.setString(3, dify.toString());
            statement.setString(4, sealed);
            statement.executeUpdate();
            return id;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
