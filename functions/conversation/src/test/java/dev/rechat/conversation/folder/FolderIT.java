package dev.rechat.conversation.folder;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderIT {

    private static final String FOLDERS = "/api/v1/folders";

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);

    @Test
    void areListedByName() {
        create("b");
        create("工作 📁");
        create("a");

        var page = ada.get(FOLDERS).json();

        assertThat(names()).containsExactly("a", "b", "工作 📁");
        assertThat(page.path("next_cursor").isNull()).isTrue();
        assertThat(page.path("data").get(0).path("created_at").asText()).endsWith("Z");
        assertThat(as(ConversationServer.person()).get(FOLDERS).body()).isEqualTo("{\"data\":[],\"next_cursor\":null}");
    }

    @Test
    void areRenamed() {
        String folder = create("a");

        var renamed = ada.patch(FOLDERS + "/" + folder, "{\"name\":\"  乙 \"}");
        var same = ada.patch(FOLDERS + "/" + folder, "{\"name\":\"乙\"}");

        assertThat(renamed.json().path("name").asText()).isEqualTo("乙");
        assertThat(same.body()).isEqualTo(renamed.body());
        assertThat(names()).containsExactly("乙");
    }

    @Test
    void haveNamesOfTheirOwn() {
        create("a");
        String other = create("b");

        var second = ada.post(FOLDERS, "{\"name\":\" a \"}");
        var renamed = ada.patch(FOLDERS + "/" + other, "{\"name\":\"a\"}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("folder_exists");
        assertThat(renamed.code()).isEqualTo("folder_exists");
        assertThat(names()).containsExactly("a", "b");
        assertThat(as(ConversationServer.person())
                        .post(FOLDERS, "{\"name\":\"a\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void leaveTheirConversationsWhenTheyGo() {
        String folder = create("a");
        String conversation = conversation();
        ada.patch(conversation, "{\"folder_id\":\"" + folder + "\"}");
        assertThat(ada.get(conversation).json().path("folder_id").asText()).isEqualTo(folder);

        assertThat(ada.delete(FOLDERS + "/" + folder).status()).isEqualTo(204);

        assertThat(names()).isEmpty();
        assertThat(ada.get(conversation).status()).isEqualTo(200);
        assertThat(ada.get(conversation).json().has("folder_id")).isFalse();
        assertThat(ada.delete(FOLDERS + "/" + folder).status()).isEqualTo(404);
    }

    @Test
    void areLeftAndEnteredAgain() {
        String folder = create("a");
        String conversation = conversation();
        ada.patch(conversation, "{\"folder_id\":\"" + folder + "\"}");

        assertThat(ada.delete(conversation + "/folder").status()).isEqualTo(204);
        assertThat(ada.get(conversation).json().has("folder_id")).isFalse();
        assertThat(ada.delete(conversation + "/folder").status()).isEqualTo(204);

        assertThat(ada.patch(conversation, "{\"folder_id\":\"" + folder + "\",\"title\":null}")
                        .json()
                        .path("folder_id")
                        .asText())
                .isEqualTo(folder);
    }

    @Test
    void areNoMoreThanTwoHundred() {
        for (int i = 0; i < Folders.MOST; i++) {
            create("folder " + i);
        }

        var oneMore = ada.post(FOLDERS, "{\"name\":\"one more\"}");

        assertThat(oneMore.status()).isEqualTo(409);
        assertThat(oneMore.code()).isEqualTo("conflict");
        assertThat(ada.get(FOLDERS).json().path("data")).hasSize(Folders.MOST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                       | name:required",
                "{\"name\":null}          | name:required",
                "{\"name\":\" \"}         | name:required",
                "{\"name\":{\"a\":1}}     | name:invalid",
                "{\"name\":\"a\",\"x\":1} | x:unknown_field"
            })
    void haveAName(String body, String error) {
        assertThat(ada.post(FOLDERS, body).errors()).isEqualTo(error);
    }

    @Test
    void haveANameThatFits() {
        assertThat(ada.post(FOLDERS, "{\"name\":\"" + "长".repeat(100) + "\"}").status())
                .isEqualTo(201);
        assertThat(ada.post(FOLDERS, "{\"name\":\"" + "长".repeat(101) + "\"}").errors())
                .isEqualTo("name:too_long");
    }

    @Test
    void ofOtherPeopleAreAsIfTheyDidNotExist() {
        String theirs = create("private");
        String unknown = ids().nextFolderId().toString();
        String conversation = conversation();
        ada.patch(conversation, "{\"folder_id\":\"" + theirs + "\"}");

        for (Role role : new Role[] {Role.USER, Role.ADMIN}) {
            ApiClient eve = as(role);
            assertThat(eve.patch(FOLDERS + "/" + theirs, "{\"name\":\"stolen\"}")
                            .code())
                    .isEqualTo("not_found");
            assertThat(eve.delete(FOLDERS + "/" + theirs).code()).isEqualTo("not_found");
            assertThat(eve.get("/api/v1/conversations?folder_id=" + theirs).body())
                    .isEqualTo(eve.get("/api/v1/conversations?folder_id=" + unknown)
                            .body());
        }

        UserId other = ConversationServer.person();
        ApiClient bob = as(other);
        String own = "/api/v1/conversations/" + saved(other).id();
        var moved = bob.patch(own, "{\"title\":\"moved\",\"folder_id\":\"" + theirs + "\"}");
        assertThat(moved.status()).isEqualTo(400);
        assertThat(moved.errors()).isEqualTo("folder_id:unknown");
        assertThat(bob.patch(own, "{\"folder_id\":\"" + unknown + "\"}").errors())
                .isEqualTo(moved.errors());
        assertThat(bob.get(own).body()).doesNotContain("moved", "folder_id");
        assertThat(names()).containsExactly("private");
        assertThat(ada.get(conversation).json().path("folder_id").asText()).isEqualTo(theirs);
    }

    private String create(String name) {
        return ada.post(FOLDERS, "{\"name\":\"" + name + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        ada.get(FOLDERS)
                .json()
                .path("data")
                .forEach(each -> names.add(each.path("name").asText()));
        return names;
    }

    private String conversation() {
        return "/api/v1/conversations/" + saved(owner).id();
    }

    private static Conversation saved(UserId who) {
        return bean(ConversationRepository.class)
                .save(Conversation.begun(ids().nextConversationId(), who, ids().nextAppId(), "问候", NOON));
    }
}
