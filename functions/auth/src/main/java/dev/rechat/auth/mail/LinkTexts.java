package dev.rechat.auth.mail;

import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.MadeLink;
import dev.rechat.accounts.mail.PublicUrl;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * What mails with links say. Nothing in them was written by a person: whoever registers somebody else's address could
 * otherwise send them words of their own in our name.
 */
@Singleton
final class LinkTexts {

    private record Words(String subject, String before, String after) {}

    private static final Words RESET_ENGLISH = new Words(
            "Set a new password",
            "Somebody, hopefully you, asked for a new password for your account at %s. Open this link within an hour to"
                    + " set one:",
            "If it was not you, there is nothing to do: your password stays as it is.");

    private static final Words RESET_CHINESE =
            new Words("设置新密码", "有人(希望是您本人)请求为您在 %s 的账户设置新密码。请在一小时内打开以下链接:", "如果不是您本人操作,无需理会:您的密码保持不变。");

    private static final Words VERIFICATION_ENGLISH = new Words(
            "Confirm your e-mail address",
            "An account at %s was opened with this e-mail address. Open this link within 48 hours to confirm that the"
                    + " address is yours:",
            "If it was not you, there is nothing to do: without this link the account cannot be used.");

    private static final Words VERIFICATION_CHINESE =
            new Words("确认您的电子邮箱", "有人使用此邮箱在 %s 注册了账户。请在 48 小时内打开以下链接,确认该邮箱属于您:", "如果不是您本人操作,无需理会:未经确认,该账户无法使用。");

    private final PublicUrl publicUrl;

    LinkTexts(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** @param language a BCP 47 tag; what is not Chinese reads English */
    Mail of(LinkPurpose purpose, MadeLink link, String to, String language) {
        boolean chinese = Locale.forLanguageTag(language).getLanguage().equals("zh");
        Words words = switch (purpose) {
            case RESET_BY_MAIL, RESET_BY_ADMINISTRATOR -> chinese ? RESET_CHINESE : RESET_ENGLISH;
            case VERIFICATION -> chinese ? VERIFICATION_CHINESE : VERIFICATION_ENGLISH;
        };
        String before = words.before().formatted(publicUrl.of("/"));
        String text = before + "\n\n" + link.url() + "\n\n" + words.after() + "\n";
        String href = escaped(link.url());
        String html = "<!doctype html><html lang=\"" + (chinese ? "zh-Hans" : "en") + "\"><body><p>" + escaped(before)
                + "</p><p><a href=\"" + href + "\">" + href + "</a></p><p>" + escaped(words.after())
                + "</p></body></html>\n";
        return new Mail(to, words.subject(), text, html);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
