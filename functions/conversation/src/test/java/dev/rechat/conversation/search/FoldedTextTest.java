package dev.rechat.conversation.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "Straße, STRASSE",
        "ẞ, ss",
        "Café, cafe",
        "CAFE\u0301, café",
        "ＡＢＣ１２３, abc123",
        "ｶﾞｷﾞ, ガギ",
        "パパ, ﾊﾟﾊﾟ",
        "İstanbul, ISTANBUL",
        "ısı, ISI",
        "ΣΊΣΥΦΟΣ, σίσυφος",
        "ИЙ, ий",
        "❤️, ❤",
        "한국, \u1112\u1161\u11ab\u1100\u116e\u11a8",
        "ﬁx, FIX"
    })
    void takesForTheSame(String one, String other) {
        assertThat(Folding.of(one)).isEqualTo(Folding.of(other));
    }

    @ParameterizedTest
    @CsvSource({"か, が", "は, ぱ", "и, й", "😀, 😁", "하, 한", "a, b", "一, 二"})
    void takesForDifferent(String one, String other) {
        assertThat(Folding.of(one)).isNotEqualTo(Folding.of(other));
        assertThat(new FoldedText(other).holds(Folding.of(one))).isFalse();
    }

    @Test
    void knowsWhereWhatItFoundStandsInTheTextItself() {
        String text = "😀 der Straße, ﾊﾟﾊﾟ, cafe\u0301!";
        FoldedText folded = new FoldedText(text);

        assertThat(shown(text, folded, "strasse")).isEqualTo("Straße");
        assertThat(shown(text, folded, "パパ")).isEqualTo("ﾊﾟﾊﾟ");
        assertThat(shown(text, folded, "café")).isEqualTo("cafe\u0301");
        assertThat(shown(text, folded, "😀")).isEqualTo("😀");
        assertThat(shown(text, folded, "fé!")).isEqualTo("fe\u0301!");
    }

    @Test
    void findsPlacesThatDoNotOverlapUpToALimit() {
        FoldedText folded = new FoldedText("aaaaa");

        assertThat(folded.places("aa", 10)).containsExactly(new Span(0, 2), new Span(2, 4));
        assertThat(folded.places("a", 2)).containsExactly(new Span(0, 1), new Span(1, 2));
    }

    /** One character that becomes eighteen. */
    @Test
    void holdsTextsThatGrowWhenFolded() {
        FoldedText folded = new FoldedText("ﷺﷺx");

        assertThat(folded.places("x", 5)).containsExactly(new Span(2, 3));
    }

    private static String shown(String text, FoldedText folded, String word) {
        Span place = folded.places(Folding.of(word), 1).getFirst();
        return text.substring(place.start(), place.end());
    }
}
