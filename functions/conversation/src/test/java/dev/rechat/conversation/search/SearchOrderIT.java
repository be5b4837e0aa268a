package dev.rechat.conversation.search;

import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationTagRepository;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchOrderIT {

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);

    @Test
    void ranksTitlesThenPhrasesThenMatchesThenRecencyAndNeverPins() {
        Texts.conversation(owner).titled("old title: lease now").active(0).save();
        Texts.conversation(owner)
                .titled("scattered twice")
                .active(8)
                .saying("lease a now", "now lease")
                .save();
        Texts.conversation(owner)
                .titled("phrase")
                .active(1)
                .saying("a lease now")
                .save();
        Texts.conversation(owner)
                .titled("phrase and more")
                .active(2)
                .saying("a lease now", "now a lease")
                .save();
        Texts.conversation(owner)
                .titled("scattered, newer")
                .active(7)
                .saying("now a lease")
                .save();
        Texts.conversation(owner)
                .titled("scattered, pinned")
                .active(6)
                .pinned()
                .saying("now a lease")
                .save();

        assertThat(Texts.titles(Texts.search(ada, "lease now", "").json()))
                .containsExactly(
                        "old title: lease now",
                        "phrase and more",
                        "phrase",
                        "scattered twice",
                        "scattered, newer",
                        "scattered, pinned");
    }

    @Test
    void showsThePhraseBeforeNewerMessagesWithoutIt() {
        Texts.conversation(owner).saying("租赁合同", "合同, 租赁", "合同和租赁", "租赁的合同").save();

        JsonNode hits =
                Texts.search(ada, "租赁 合同", "").json().path("data").get(0).path("hits");

        assertThat(Texts.shown(hits.get(0).path("snippet"))).isEqualTo("[租赁合同]");
        assertThat(Texts.shown(hits.get(1).path("snippet"))).isEqualTo("[租赁]的[合同]");
    }

    @Test
    void pagesThroughTheRankingWithoutGapOrRepeat() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            boolean byTitle = i % 5 == 0;
            Texts.conversation(owner)
                    .titled(byTitle ? "lease " + i : "text " + i)
                    .active(i / 2)
                    .saying("a lease")
                    .save();
        }
        expected.addAll(Texts.titles(Texts.search(ada, "lease", "&limit=100").json()));

        List<String> seen = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = Texts.search(ada, "lease", "&limit=4" + cursor).json();
            seen.addAll(Texts.titles(page));
            assertThat(page.path("complete").asBoolean()).isTrue();
            JsonNode next = page.path("next_cursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        }

        assertThat(expected).hasSize(23);
        assertThat(expected.subList(0, 5)).allMatch(title -> title.startsWith("lease"));
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void narrowsByAppFolderAndTagTogether() {
        AppId app = ids().nextAppId();
        FolderId folder = folder();
        Conversation all = Texts.conversation(owner)
                .titled("all")
                .of(app)
                .in(folder)
                .saying("x")
                .save();
        Conversation tagged =
                Texts.conversation(owner).titled("tag").saying("x").save();
        Texts.conversation(owner).titled("app").of(app).saying("x").save();
        Texts.conversation(owner)
                .titled("folder")
                .in(folder)
                .archived()
                .saying("x")
                .save();
        bean(ConversationTagRepository.class).add(all.id(), owner, "工作");
        bean(ConversationTagRepository.class).add(tagged.id(), owner, "工作");
        String tag = "&tag=%E5%B7%A5%E4%BD%9C";

        assertThat(found("&app_id=" + app)).containsExactlyInAnyOrder("all", "app");
        assertThat(found("&folder_id=" + folder)).containsExactlyInAnyOrder("all", "folder");
        assertThat(found(tag)).containsExactlyInAnyOrder("all", "tag");
        assertThat(found(tag + "&app_id=" + app + "&folder_id=" + folder)).containsExactly("all");
        assertThat(found("&app_id=" + ids().nextAppId())).isEmpty();
    }

    private List<String> found(String filter) {
        return Texts.titles(Texts.search(ada, "x", filter).json());
    }

    private FolderId folder() {
        return FolderId.of(ada.post("/api/v1/folders", "{\"name\":\"Work\"}")
                .json()
                .path("id")
                .asText());
    }
}
