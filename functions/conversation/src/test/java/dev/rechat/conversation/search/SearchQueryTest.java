package dev.rechat.conversation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.error.ValidationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "lease agreement        | lease,agreement",
                "\"lease agreement\" up | lease agreement,up",
                "“租赁 合同” 付款       | 租赁 合同,付款",
                "租赁　合同             | 租赁,合同",
                "\"left open            | left open",
                "5\" disk               | 5\",disk",
                "\"\" x                 | x",
                "A a Ａ á               | A",
                "GPT模型                | GPT模型"
            })
    void takesWordsApart(String typed, String expected) {
        SearchQuery query = SearchQuery.of(typed);

        assertThat(query.words().stream().map(SearchWord::folded))
                .containsExactly(
                        List.of(expected.split(",")).stream().map(Folding::of).toArray(String[]::new));
    }

    @Test
    void looksForEveryWayToWriteAWord() {
        assertThat(forms("GPT模型")).containsExactly("GPT模型", "ＧＰＴ模型");
        assertThat(forms("ａｂｃ")).containsExactly("abc", "ａｂｃ");
        assertThat(forms("ガス")).contains("ガス", "ｶﾞｽ");
        assertThat(forms("ﾊﾟﾊﾟ")).contains("パパ", "ﾊﾟﾊﾟ");
        assertThat(forms("Straße")).contains("Straße", "Strasse");
        assertThat(forms("STRASSE")).contains("STRASSE", "STRAßE");
        assertThat(forms("café")).contains("café", "cafe\u0301");
        assertThat(forms("租赁合同")).containsExactly("租赁合同");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u3000"})
    void needsSomethingToLookFor(@Nullable String typed) {
        assertThat(refusal(typed)).isEqualTo("required");
    }

    @Test
    void hasBounds() {
        assertThat(refusal("字".repeat(201))).isEqualTo("too_long");
        assertThat(refusal("a b c d e f g h i")).isEqualTo("too_long");
        assertThat(refusal("\"\"")).isEqualTo("invalid");
        assertThat(SearchQuery.of("😀".repeat(200)).words()).hasSize(1);
        assertThat(SearchQuery.of("a b c d e f g h A").words()).hasSize(8);
    }

    @Test
    void neverTellsTheWords() {
        SearchQuery query = SearchQuery.of("secret plan");

        assertThat(query + query.words().toString() + query.wordForms()).doesNotContain("secret", "plan");
    }

    private static List<String> forms(String typed) {
        return SearchQuery.of(typed).words().getFirst().forms().forms();
    }

    private static String refusal(@Nullable String typed) {
        String[] code = new String[1];
        assertThatThrownBy(() -> SearchQuery.of(typed))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refused -> code[0] = refused.errors().getFirst().code());
        return code[0];
    }
}
