package dev.rechat.conversation.export;

import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonExportIT {

    private static final String CONVERSATIONS = "/api/v1/conversations/";

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);
    private final App app = Stored.app(true);

    @Test
    void tellsEverythingOfOneConversation() {
        Conversation conversation = Stored.conversation(owner, app.id(), "问候 \"😀\"");
        Message question = Stored.question(conversation, null, "Hello\n你好 😀 \u0000");
        Message answer = Stored.answer(conversation, question, "Hi.");
        Stored.file(answer, "cat.png");
        Stored.rate(answer, "clear");
        ConversationServer.bean(ConversationRepository.class)
                .rememberInputs(conversation.id(), owner, "{\"topic\":\"leases\"}");
        ada.patch(CONVERSATIONS + conversation.id(), "{\"pinned\":true,\"archived\":true,\"tags\":[\"b\",\"a\"]}");

        ApiAnswer export = ada.get(CONVERSATIONS + conversation.id() + "/export");

        assertThat(export.status()).as(export.body()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(export.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''%E9%97%AE%E5%80%99%20%20%F0%9F%98%80.json");
        assertThat(ExportSchema.problems(export.body())).isEmpty();
        JsonNode only = export.json().path("conversations").path(0);
        assertThat(only.path("id").asText()).isEqualTo(conversation.id().toString());
        assertThat(only.path("app"))
                .hasToString("{\"id\":\"" + app.id() + "\",\"slug\":\"" + app.slug() + "\",\"name\":\"The *App*\"}");
        assertThat(only.path("title").asText()).isEqualTo("问候 \"😀\"");
        assertThat(only.path("pinned").asBoolean()).isTrue();
        assertThat(only.path("archived").asBoolean()).isTrue();
        assertThat(only.path("tags")).hasToString("[\"a\",\"b\"]");
        assertThat(only.path("inputs")).hasToString("{\"topic\":\"leases\"}");
        assertThat(only.path("messages")).hasSize(2);
        assertThat(only.path("messages").path(0).path("content").asText()).isEqualTo("Hello\n你好 😀 \u0000");
        JsonNode told = only.path("messages").path(1);
        assertThat(told.path("parent_id").asText()).isEqualTo(question.id().toString());
        assertThat(told.path("usage")).hasToString("{\"total_tokens\":7,\"total_price\":\"0.01\"}");
        assertThat(told.path("feedback")).hasToString("{\"rating\":\"like\",\"reason\":\"clear\"}");
        assertThat(told.path("files").path(0).path("name").asText()).isEqualTo("cat.png");
    }

    @Test
    void tellsAllConversationsAcrossPagesAndNobodyElses() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            expected.add(Stored.conversation(owner, app.id(), "c" + i).id().toString());
        }
        Conversation foreign = Stored.conversation(ConversationServer.person(), app.id(), "foreign");
        Stored.question(foreign, null, "secret of somebody else");

        ApiAnswer export = ada.get(CONVERSATIONS + "export?format=json");

        assertThat(ExportSchema.problems(export.body())).isEmpty();
        assertThat(export.json().path("conversations"))
                .extracting(each -> each.path("id").asText())
                .containsExactlyElementsOf(expected);
        assertThat(export.body()).doesNotContain("somebody else");
    }

    @Test
    void leavesOutWhatLiesInTheTrash() {
        Conversation kept = Stored.conversation(owner, app.id(), "kept");
        Conversation deleted = Stored.conversation(owner, app.id(), "deleted");
        ada.delete(CONVERSATIONS + deleted.id());

        assertThat(ada.get(CONVERSATIONS + "export").json().path("conversations"))
                .extracting(each -> each.path("id").asText())
                .containsExactly(kept.id().toString());
        assertThat(ada.get(CONVERSATIONS + deleted.id() + "/export").status()).isEqualTo(404);
    }

    @Test
    void isADocumentForWhoHasNothing() {
        ApiAnswer export = ada.get(CONVERSATIONS + "export");

        assertThat(ExportSchema.problems(export.body())).isEmpty();
        assertThat(export.json().path("conversations")).isEmpty();
    }

    @Test
    void tellsTheAppThatIsGoneByItsIdOnly() {
        Conversation conversation =
                Stored.conversation(owner, ConversationServer.ids().nextAppId(), "orphan");

        ApiAnswer export = ada.get(CONVERSATIONS + conversation.id() + "/export");

        assertThat(export.json().path("conversations").path(0).path("app"))
                .hasToString("{\"id\":\"" + conversation.appId() + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=", "format=pdf", "format=JSON"})
    void refusesAFormatThatThereIsNot(String query) {
        ApiAnswer refused = ada.get(CONVERSATIONS + "export?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).isEqualTo("format:invalid");
    }
}
