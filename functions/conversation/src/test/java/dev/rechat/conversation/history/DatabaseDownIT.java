package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.database.TestDatabase;
import org.junit.jupiter.api.Test;

class DatabaseDownIT {

    @Test
    void saysSoAndComesBackWithTheDatabase() {
        UserId owner = ConversationServer.person();
        Conversation conversation = Threads.of(owner);
        ApiClient person = as(owner);
        String path = "/api/v1/conversations/" + conversation.id();

        TestDatabase.shared().stop();
        try {
            var down = person.get(path);

            assertThat(down.status()).isEqualTo(503);
            assertThat(down.code()).isEqualTo("database_unavailable");
            assertThat(down.headers().firstValue("Retry-After")).isPresent();
            assertThat(down.body()).doesNotContain("jdbc", "Exception", "127.0.0.1");
            assertThat(person.get("/health").status()).isEqualTo(503);
        } finally {
            TestDatabase.shared().start();
        }

        assertThat(person.get(path).status()).isEqualTo(200);
        assertThat(person.get("/health").status()).isEqualTo(200);
    }
}
