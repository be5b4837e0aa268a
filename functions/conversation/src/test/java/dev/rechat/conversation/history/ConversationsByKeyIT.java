package dev.rechat.conversation.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import org.junit.jupiter.api.Test;

class ConversationsByKeyIT {

    private static final String CONVERSATIONS = "/api/v1/conversations";

    private final UserId owner = ConversationServer.person();
    private final String conversation = CONVERSATIONS + "/" + Threads.of(owner).id();

    @Test
    void areReadWithTheScopeForReading() {
        var program = ConversationServer.withKey(owner, "read");

        assertThat(program.get(CONVERSATIONS).body()).contains("问候");
        assertThat(program.get(conversation).status()).isEqualTo(200);
        assertThat(program.get(conversation + "/messages").status()).isEqualTo(200);
        assertThat(program.patch(conversation, "{\"title\":\"Mine\"}").code()).isEqualTo("forbidden");
        assertThat(program.delete(conversation).code()).isEqualTo("forbidden");
    }

    @Test
    void areChangedWithTheScopeForChatting() {
        var program = ConversationServer.withKey(owner, "chat");

        assertThat(program.get(CONVERSATIONS).code()).isEqualTo("forbidden");
        assertThat(program.patch(conversation, "{\"title\":\"Changed\"}").status())
                .isEqualTo(200);
    }

    @Test
    void areOutOfReachOfOtherKeys() {
        assertThat(ConversationServer.withKey(owner, "admin").get(CONVERSATIONS).code())
                .isEqualTo("forbidden");
        assertThat(ConversationServer.withKey(ConversationServer.person(), "read,chat")
                        .get(conversation)
                        .status())
                .isEqualTo(404);
    }
}
