package dev.rechat.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.MadeLink;
import dev.rechat.accounts.mail.PublicUrl;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTextsTest {

    private static final MadeLink LINK = new MadeLink("https://chat.example.org/a&b/reset#token=T", Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({
        "en,      Set a new password",
        "de,      Set a new password",
        "zh,      设置新密码",
        "zh-CN,   设置新密码",
        "zh-Hans, 设置新密码",
        "ZH-hans, 设置新密码"
    })
    void speaksTheLanguageOfTheAccount(String language, String subject) {
        assertThat(texts().of(LinkPurpose.RESET_BY_MAIL, LINK, "ada@example.org", language)
                        .subject())
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @EnumSource(LinkPurpose.class)
    void holdsTheLinkAsTextAndAsALink(LinkPurpose purpose) {
        Mail mail = texts().of(purpose, LINK, "ada@example.org", "en");

        assertThat(mail.text()).contains("\n" + LINK.url() + "\n").contains("https://chat.example.org/");
        assertThat(mail.html())
                .contains("<a href=\"https://chat.example.org/a&amp;b/reset#token=T\">")
                .doesNotContain("a&b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org\r\nBcc: b@example.org", "a@example.org\nX: y", "a\0@example.org"})
    void isNoMailWithALineBreakInAHeader(String header) {
        assertThatThrownBy(() -> new Mail(header, "Subject", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("ada@example.org", header, "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotShownInLogs() {
        assertThat(texts().of(LinkPurpose.VERIFICATION, LINK, "ada@example.org", "en")
                        .toString())
                .doesNotContain("token", "ada");
        assertThat(LINK.toString()).doesNotContain("token");
    }

    private static LinkTexts texts() {
        return new LinkTexts(new PublicUrl("https://chat.example.org/"));
    }
}
