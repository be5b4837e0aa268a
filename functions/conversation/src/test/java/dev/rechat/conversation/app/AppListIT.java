package dev.rechat.conversation.app;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.conversation.export.Stored;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppListIT {

    private static final String KEY = "app-looks-like-a-key";

    private final ApiClient ada = as(ConversationServer.person());

    @Test
    void listsWhatIsSwitchedOnInTheAdministratorsOrder() {
        App second = save(-1, true);
        App hidden = save(-2, false);
        App first = save(-3, true);

        var answer = ada.get("/api/v1/apps?limit=100");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("data"))
                .extracting(app -> app.path("id").asText())
                .containsSubsequence(first.id().toString(), second.id().toString())
                .doesNotContain(hidden.id().toString());
        assertThat(answer.json().path("data").get(0).toString())
                .isEqualTo("{\"id\":\"" + first.id() + "\",\"slug\":\"" + first.slug()
                        + "\",\"name\":\"服务台\",\"description\":\"Ask\",\"icon\":\"🛎\",\"mode\":\"advanced-chat\"}");
        assertThat(answer.json().has("next_cursor")).isTrue();
    }

    @Test
    void listsAnAppForGroupsToTheirMembersOnlyAdministratorsIncluded() {
        UserId bob = ConversationServer.person();
        App app = save(-4, true);
        App mine = Stored.forGroupOf(app, bob);

        assertThat(listed(as(bob))).contains(mine.id().toString());
        assertThat(listed(ada)).doesNotContain(mine.id().toString());
        assertThat(listed(as(Role.ADMIN))).doesNotContain(mine.id().toString());
    }

    private static List<String> listed(ApiClient person) {
        List<String> ids = new ArrayList<>();
        person.get("/api/v1/apps?limit=100")
                .json()
                .path("data")
                .forEach(app -> ids.add(app.path("id").asText()));
        return ids;
    }

    @Test
    void pagesWithoutGapOrRepeat() {
        List<String> saved = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            saved.add(save(7, true).id().toString());
        }

        List<String> seen = new ArrayList<>();
        String path = "/api/v1/apps?limit=2";
        for (String cursor = ""; cursor != null; ) {
            var page = ada.get(path + cursor).json();
            page.path("data").forEach(app -> seen.add(app.path("id").asText()));
            cursor = page.path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.path("next_cursor").asText();
        }

        assertThat(seen).containsSubsequence(saved).doesNotHaveDuplicates();
    }

    @Test
    void tellsNeitherKeyNorAddress() {
        save(0, true);

        ada.get("/api/v1/apps?limit=100");

        assertThat(ada.received())
                .isNotEmpty()
                .noneMatch(answer -> answer.contains(KEY) || answer.contains("dify.internal"))
                .noneMatch(answer -> answer.contains("api_key") || answer.contains("test:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=", "cursor=%F0", "cursor=MQ", "cursor=a%20b"})
    void refusesAPageThatCannotBe(String query) {
        var answer = ada.get("/api/v1/apps?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation_failed");
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "USER"})
    void isForEverybodyWhoWasApproved(Role role) {
        assertThat(as(role).get("/api/v1/apps").status()).isEqualTo(200);
    }

    @Test
    void isNotForOthers() {
        var pending = as(Role.PENDING).get("/api/v1/apps");
        var nobody = ConversationServer.anonymous().get("/api/v1/apps");

        assertThat(pending.status()).isEqualTo(403);
        assertThat(pending.code()).isEqualTo("account_pending");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.code()).isEqualTo("unauthenticated");
    }

    private static App save(int sortOrder, boolean enabled) {
        AppId id = ids().nextAppId();
        return bean(AppRepository.class)
                .save(new App(
                        id,
                        "desk-" + id,
                        "服务台",
                        "Ask",
                        "🛎",
                        "advanced-chat",
                        "http://dify.internal/v1",
                        bean(SecretBox.class).seal(KEY, id.toString()),
                        enabled,
                        sortOrder,
                        NOON,
                        NOON));
    }
}
