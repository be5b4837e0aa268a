package dev.rechat.conversation.search;

import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIT {

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "租赁合同   | 请总结租赁合同的条款     | 请总结[租赁合同]的条款",
                "条款 合同  | 请总结租赁合同的条款     | 请总结租赁[合同]的[条款]",
                "款         | 条款                     | 条[款]",
                "ことば     | きれいなことばです       | きれいな[ことば]です",
                "ガス       | ｶﾞｽ料金                  | [ｶﾞｽ]料金",
                "ﾊﾟﾝ        | おいしいパン             | おいしい[パン]",
                "한국       | 나는 한국 사람           | 나는 [한국] 사람",
                "GPT模型    | 用gpt模型翻译            | 用[gpt模型]翻译",
                "gpt 翻译   | 用GPT模型翻译            | 用[GPT]模型[翻译]",
                "abc        | Ｄ－ＡＢＣ：ok           | Ｄ－[ＡＢＣ]：ok",
                "ＡＢＣ     | it is as easy as abc     | it is as easy as [abc]",
                "😀         | well 😀 done             | well [😀] done",
                "𠮷野       | 私は𠮷野です             | 私は[𠮷野]です",
                "cafe       | Das Café in Linz         | Das [Café] in Linz",
                "CAFÉ       | Das Café in Linz         | Das [Café] in Linz",
                "strasse    | Die Straße               | Die [Straße]",
                "straße     | DIE STRASSE              | DIE [STRASSE]",
                "istanbul   | İstanbul'da              | [İstanbul]'da",
                "ISI        | ısı                      | [ısı]",
                "Привет     | ну ПРИВЕТ же             | ну [ПРИВЕТ] же",
                "100%       | it is 100% sure          | it is [100%] sure",
                "a_b        | see a_b here             | see [a_b] here",
                "c:\\dir    | in C:\\Dir\\x            | in [C:\\Dir]\\x",
                "wow!       | oh wow! yes              | oh [wow!] yes",
                "it's       | so It's me               | so [It's] me",
                "\"is a\"   | this is a test           | this [is a] test",
                "start      | Start of it              | [Start] of it",
                "end        | of it the END            | of it the [END]"
            })
    void findsAndShows(String words, String text, String shown) {
        Texts.conversation(owner).saying("nothing", text).save();
        Texts.conversation(owner).saying("something else").save();

        JsonNode found = Texts.search(ada, words, "").json();

        assertThat(found.path("data")).hasSize(1);
        JsonNode only = found.path("data").get(0);
        assertThat(Texts.shown(only.path("hits").get(0).path("snippet"))).isEqualTo(shown);
        assertThat(only.path("hit_count").asInt()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "100%       | 1000 times",
                "a_b        | see axb here",
                "😀         | well 😁 done",
                "か         | がいこく",
                "합         | 하늘",
                "и          | й",
                "\"a test\" | test a",
                "one three  | one two",
                "合同条款   | 合同的条款",
                "straße     | strase"
            })
    void doesNotFind(String words, String text) {
        Texts.conversation(owner).titled("T").saying(text).save();

        JsonNode found = Texts.search(ada, words, "").json();

        assertThat(found.path("data")).isEmpty();
        assertThat(found.path("complete").asBoolean()).isTrue();
        assertThat(found.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void tellsWhatItFound() {
        Conversation conversation = Texts.conversation(owner)
                .titled("About a lease")
                .saying("What is a lease?", "A lease is …")
                .save();

        ApiAnswer answer = Texts.search(ada, "lease", "");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode found = answer.json().path("data").get(0);
        assertThat(found.path("conversation"))
                .isEqualTo(ada.get("/api/v1/conversations/" + conversation.id()).json());
        assertThat(found.path("title"))
                .hasToString("[{\"text\":\"About a \",\"match\":false},{\"text\":\"lease\",\"match\":true}]");
        JsonNode newest = found.path("hits").get(0);
        assertThat(newest.path("message_id").asText()).isNotEmpty();
        assertThat(newest.path("role").asText()).isEqualTo("assistant");
        assertThat(newest.path("created_at").asText()).isEqualTo("2026-03-01T12:00:00.000Z");
        assertThat(Texts.shown(found.path("hits").get(1).path("snippet"))).isEqualTo("What is a [lease]?");
        assertThat(found.path("hit_count").asInt()).isEqualTo(2);
        assertThat(answer.body()).endsWith("\"next_cursor\":null,\"complete\":true}");
    }

    @Test
    void findsATitleWithoutAnyMessage() {
        Texts.conversation(owner).titled("租赁 Ｌｅａｓｅ").save();

        JsonNode found = Texts.search(ada, "lease 租赁", "").json().path("data").get(0);

        assertThat(Texts.shown(found.path("title"))).isEqualTo("[租赁] [Ｌｅａｓｅ]");
        assertThat(found.path("hits").isArray()).isTrue();
        assertThat(found.path("hits")).isEmpty();
        assertThat(found.path("hit_count").asInt()).isZero();
    }

    @Test
    void wantsAllWordsInOneMessageOrInTheTitle() {
        Texts.conversation(owner).titled("red").saying("green", "blue").save();

        assertThat(Texts.search(ada, "red green", "").json().path("data")).isEmpty();
        assertThat(Texts.search(ada, "green blue", "").json().path("data")).isEmpty();
    }

    @Test
    void findsWordsDeepInVeryLongAnswers() {
        String filler = "字里行间 ".repeat(20_000);
        Texts.conversation(owner)
                .saying("short", filler + "the Needle" + filler.substring(0, 90_000) + "café 😀 haystack")
                .save();

        for (String words : new String[] {"needle", "cafe 😀", "CAFE", "needle haystack", "😀"}) {
            JsonNode found = Texts.search(ada, words, "").json().path("data");
            assertThat(found).hasSize(1);
            String shown = Texts.shown(found.get(0).path("hits").get(0).path("snippet"));
            assertThat(shown).contains("[").startsWith("…");
            assertThat(shown.length()).isLessThan(220);
        }
    }

    @Test
    void showsThreeOfManyMatchesAndCountsThem() {
        String[] many = new String[50];
        Arrays.fill(many, "again and again");
        Texts.conversation(owner).saying(many).save();

        JsonNode found = Texts.search(ada, "again", "").json().path("data").get(0);

        assertThat(found.path("hits")).hasSize(3);
        assertThat(found.path("hit_count").asInt()).isEqualTo(50);
        assertThat(Texts.shown(found.path("hits").get(0).path("snippet"))).isEqualTo("[again] and [again]");
    }

    @ParameterizedTest
    @CsvSource({
        "q=,                        q:required",
        "q=%20,                     q:required",
        "limit=5,                   q:required",
        "q=%22%22,                  q:invalid",
        "q=a%20b%20c%20d%20e%20f%20g%20h%20i, q:too_long",
        "q=a&limit=0,               limit:too_small",
        "q=a&cursor=bm8,            cursor:invalid",
        "q=a&tag=,                  tag:required"
    })
    void namesTheFieldThatIsWrong(String query, String errors) {
        ApiAnswer answer = ada.get("/api/v1/conversations/search?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).isEqualTo(errors);
    }
}
