package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.ConversationServer.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.conversation.export.Stored;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.testing.api.ApiClient;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person was given stays theirs, whatever becomes of the app that gave it. */
class StaysReadableIT {

    enum Fate {
        FOR_OTHERS(app -> Stored.forGroupOf(app, ConversationServer.person())),
        DELETED(app -> bean(AppRepository.class).deleteById(app.id()));

        private final Consumer<App> comes;

        Fate(Consumer<App> comes) {
            this.comes = comes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverBecomesOfTheApp(Fate fate) {
        UserId owner = ConversationServer.person();
        ApiClient ada = as(owner);
        App app = Stored.app(true);
        Conversation conversation = Stored.conversation(owner, app.id(), "Leases");
        Message question = Stored.question(conversation, null, "What is a lease?");
        Stored.answer(conversation, question, "A contract.");
        String path = "/api/v1/conversations/" + conversation.id();
        List<String> reading =
                List.of(path, path + "/messages", "/api/v1/conversations", "/api/v1/conversations/counts");
        List<String> before = reading.stream().map(each -> ada.get(each).body()).toList();

        fate.comes.accept(app);

        assertThat(reading.stream().map(each -> ada.get(each).body()).toList()).isEqualTo(before);
        assertThat(ada.get(path + "/export?format=json").body()).contains("What is a lease?", "A contract.");
        assertThat(ada.get("/api/v1/conversations/search?q=contract").body())
                .contains(conversation.id().toString());
        assertThat(ada.patch(path, "{\"title\":\"Renamed\"}").status()).isEqualTo(200);
        assertThat(ada.get("/api/v1/apps?limit=100").body())
                .doesNotContain(app.id().toString());
    }
}
