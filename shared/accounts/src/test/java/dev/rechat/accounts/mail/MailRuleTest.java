package dev.rechat.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.MapPropertyResolver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRuleTest {

    private static final Map<String, Object> GOOD = Map.of(
            "rechat.mail.host", "smtp.example.org",
            "rechat.mail.from", "Chat <chat@example.org>",
            "rechat.public-url", "https://chat.example.org");

    @Test
    void isFoundAtStart() {
        assertThat(ServiceLoader.load(ConfigurationRule.class)).hasAtLeastOneElementOfType(MailRule.class);
    }

    @Test
    void asksNothingOfAHouseWithoutMail() {
        assertThat(problems(Map.of())).isEmpty();
        assertThat(problems(Map.of("rechat.mail.host", " ", "rechat.mail.port", "none")))
                .isEmpty();
    }

    @Test
    void acceptsAHouseWithMail() {
        assertThat(problems(GOOD)).isEmpty();
        assertThat(problems(with("rechat.mail.security", "TLS"))).isEmpty();
        assertThat(problems(with("rechat.mail.from", "chat@example.org"))).isEmpty();
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThat(problems(Map.of(
                        "rechat.mail.host", "smtp.example.org",
                        "rechat.mail.port", "0",
                        "rechat.mail.security", "ssl",
                        "rechat.mail.username", "chat")))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactlyInAnyOrder(
                        "RECHAT_PUBLIC_URL",
                        "RECHAT_MAIL_FROM",
                        "RECHAT_MAIL_PORT",
                        "RECHAT_MAIL_SECURITY",
                        "RECHAT_MAIL_PASSWORD");
    }

    @ParameterizedTest
    @CsvSource({
        "rechat.mail.from,   chat",
        "rechat.mail.from,   'Chat <chat@example.org>, Spam <spam@example.org>'",
        "rechat.mail.from,   'Chat\r\nBcc: spam@example.org <chat@example.org>'",
        "rechat.mail.port,   65536",
        "rechat.mail.port,   smtp",
        "rechat.public-url,  chat.example.org",
        "rechat.public-url,  javascript:alert(1)",
        "rechat.public-url,  https://chat.example.org/?next=",
        "rechat.public-url,  https://user@chat.example.org",
        "rechat.mail.password, 'a secret without a user'"
    })
    void refusesWhatMakesNoSense(String property, String value) {
        assertThat(problems(with(property, value)))
                .singleElement()
                .asString()
                .startsWith("RECHAT_")
                .doesNotContain("a secret");
    }

    @Test
    void doesNotShowThePassword() {
        var configuration = new MailConfiguration(
                "smtp.example.org", null, "chat", "a secret", MailSecurity.TLS, null, Duration.ZERO);

        assertThat(configuration.toString()).doesNotContain("a secret");
    }

    private static Map<String, Object> with(String property, String value) {
        Map<String, Object> all = new HashMap<>(GOOD);
        all.put(property, value);
        return all;
    }

    private static List<String> problems(Map<String, Object> configuration) {
        return new MailRule().problems(new MapPropertyResolver(configuration));
    }
}
