package dev.rechat.conversation.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

    @Test
    void keepsTitlesOnTheirLine() {
        assertThat(MarkdownText.inline("a\n# b\r\n<b>*x*</b> [l](u) `c` &lt; 你好 😀\\"))
                .isEqualTo("a \\# b  \\<b\\>\\*x\\*\\</b\\> \\[l\\](u) \\`c\\` \\&lt; 你好 😀\\\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\r\nb"})
    void beginsEveryLineAsQuotation(String text) {
        assertThat(quoted(text)).isEqualTo("> a\n> b\n");
    }

    @Test
    void keepsMarkdownAndCode() {
        assertThat(quoted("# Title\n\n- *a*\n\n```html\n<b>\n```\n1 < 2"))
                .isEqualTo("> # Title\n>\n> - *a*\n>\n> ```html\n> <b>\n> ```\n> 1 < 2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</details>",
                "x\n\n</details>",
                "<!-- ",
                "\\</details>",
                "```\ncode\n```\n</details>",
                "````\ncode\n```\n````\n</details>",
                "~~~\ncode\n~~~\n</details>",
                "```a`b\n</details>",
                " ```\n```\n</details>",
                "- a\n  ```\n</details>",
                "> ```\n</details>",
                "1. ```\n```\n</details>",
                "```\n  ```\n</details>",
                "<script>alert(1)</script>"
            })
    void letsNoHtmlOut(String text) {
        assertThat(quoted(text)).doesNotContain("</details>", "<!--", "<script");
    }

    private static String quoted(String text) {
        StringBuilder into = new StringBuilder();
        MarkdownText.quote(text, into);
        return into.toString();
    }
}
