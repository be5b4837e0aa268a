package dev.rechat.conversation.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.search.Excerpt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lease             | A lease is a Lease.  | A [lease] is a [Lease].",
                "A                 | A                    | [A]",
                "合同 付款         | 租赁合同的付款时间   | 租赁[合同]的[付款]时间",
                "合同付款          | 合同付款             | [合同付款]",
                "GPT模型           | 用gpt模型。          | 用[gpt模型]。",
                "ab bc             | xabcx                | x[abc]x",
                "é                 | cafe\u0301s          | caf[e\u0301]s",
                "👩                | x👩🏽‍💻y             | x[👩🏽‍💻]y",
                "100%              | is 100%, not 100     | is [100%], not 100"
            })
    void marksWhatWasLookedFor(String words, String text, String expected) {
        assertThat(shown(snippet(text, words))).isEqualTo(expected);
    }

    @Test
    void showsThePartWithMostOfTheWords() {
        String text = "lease ".repeat(100) + "lease and rent" + " lease".repeat(100);

        String shown = shown(snippet(text, "rent lease"));

        assertThat(shown).contains("[rent]").startsWith("…").endsWith("…");
        assertThat(shown.replaceAll("[\\[\\]…]", "")).hasSizeBetween(100, 180);
    }

    @Test
    void saysWhereMoreComesBeforeAndAfter() {
        String long1 = "字".repeat(300);

        assertThat(shown(snippet(long1 + "头", "头"))).startsWith("…字").endsWith("字[头]");
        assertThat(shown(snippet("头" + long1, "头"))).startsWith("[头]字").endsWith("字…");
        assertThat(shown(Snippets.of(excerpt("头", true, true), new FoldedText("头"), SearchQuery.of("头"))))
                .isEqualTo("…[头]…");
    }

    /** Families, flags, skin tones, accents typed apart: cut anywhere, every piece is made of whole ones. */
    @Test
    void tearsNothingThatPeopleSeeAsOneCharacter() {
        for (String one : List.of("👩‍👩‍👧‍👦", "🇩🇪", "👩🏽‍💻", "e\u0301", "𠀀", "ｶﾞ")) {
            for (int shift = 0; shift < 8; shift++) {
                String text = "x".repeat(shift) + one.repeat(100) + "Z" + one.repeat(100);

                String shown = shown(snippet(text, "z")).replaceAll("[…\\[\\]Zx]", "");

                assertThat(shown.replace(one, "")).isEmpty();
                assertThat(shown.length()).isLessThan(400);
            }
        }
    }

    @Test
    void boundsWhatPretendsToBeOneCharacter() {
        String zalgo = "a" + "\u0301".repeat(50_000);

        String shown = shown(snippet(zalgo + " needle " + zalgo, "needle"));

        assertThat(shown).contains("[needle]");
        assertThat(shown.length()).isLessThan(1000);
    }

    @Test
    void showsTheWholeTitle() {
        String title = "模".repeat(150) + "型" + "模".repeat(49);

        List<Segment> shown = Snippets.title(title, new FoldedText(title), SearchQuery.of("型"));

        assertThat(shown.stream().map(Segment::text).collect(Collectors.joining()))
                .isEqualTo(title);
        assertThat(shown).contains(new Segment("型", true)).hasSize(3);
    }

    private static List<Segment> snippet(String text, String words) {
        return Snippets.of(excerpt(text, false, false), new FoldedText(text), SearchQuery.of(words));
    }

    private static Excerpt excerpt(String text, boolean before, boolean after) {
        return new Excerpt(new MessageId(new UUID(0, 1)), MessageRole.USER, Instant.EPOCH, text, before, after);
    }

    private static String shown(List<Segment> segments) {
        return segments.stream()
                .map(each -> each.match() ? "[" + each.text() + "]" : each.text())
                .collect(Collectors.joining());
    }
}
