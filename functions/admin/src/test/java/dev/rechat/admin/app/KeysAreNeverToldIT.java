package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.DIFY;
import static dev.rechat.admin.app.AdminServer.KEY;
import static dev.rechat.admin.app.AdminServer.MASTER_KEY;
import static dev.rechat.admin.app.AdminServer.WORKFLOW_KEY;
import static dev.rechat.admin.app.AdminServer.added;
import static dev.rechat.admin.app.AdminServer.bean;
import static dev.rechat.admin.app.AdminServer.body;
import static dev.rechat.admin.app.AdminServer.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.api.ApiClient;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Dify key goes in and never comes out: in no answer, and in the database only sealed for its app. */
class KeysAreNeverToldIT {

    private final ApiClient admin = AdminServer.admin();

    @Test
    void standsInNoAnswer() {
        String wrong = KEY + "-unknown-to-dify";

        String path = added("Secretive");
        admin.get(path);
        admin.get(APPS + "?limit=100");
        admin.patch(path, "{\"api_key\":\"" + WORKFLOW_KEY + "\"}");
        admin.patch(path, "{\"api_key\":\"" + wrong + "\"}");
        admin.patch(path, "{\"api_key\":\"" + KEY + " \\u0007\"}");
        admin.patch(path, "{\"api_key\":[\"" + KEY + "\"]}");
        admin.patch(path, "{\"" + KEY + "\"}");
        admin.post(path + "/test", "{}");
        admin.post(APPS, body("Refused", wrong));
        admin.post(APPS, body("Nowhere", KEY, URI.create("http://127.0.0.1:1/v1")));
        admin.delete(path);

        assertThat(admin.received())
                .hasSizeGreaterThan(11)
                .noneMatch(answer -> answer.contains("app-looks-like")
                        || answer.contains(MASTER_KEY)
                        || answer.contains("test:")
                        || answer.contains("sealed"));
        assertThat(DIFY.requests()).as("the keys were really used").isNotEmpty();
    }

    @Test
    void liesSealedInTheDatabase() throws SQLException {
        String path = added("At rest");
        String id = path.substring(APPS.length() + 1);

        String sealed = stored("api_key_sealed", path);

        assertThat(sealed).startsWith("test:").doesNotContain(KEY);
        assertThat(bean(SecretBox.class).open(sealed, id)).isEqualTo(KEY);
        assertThatThrownBy(() -> bean(SecretBox.class).open(sealed, "another app"))
                .isInstanceOf(IllegalStateException.class);
        SecretBox stranger = new SecretBox("test", Map.of("test", new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        }));
        assertThatThrownBy(() -> stranger.open(sealed, id)).isInstanceOf(IllegalStateException.class);
    }
}
