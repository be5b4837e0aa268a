package dev.rechat.chat.openai.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleConfigurationTest {

    private static final String SECRET = "a-secret-of-32-characters-or-more";

    private static final Map<String, Object> SECRETS = Map.of(
            "rechat.jwt.keys", "test:not-a-secret-but-long-enough-for-HS256",
            "rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    private static List<String> problems(Map<String, Object> given) {
        try (ApplicationContext context = ApplicationContext.builder()
                .propertySources(PropertySource.of(given))
                .build()) {
            context.getEnvironment().start();
            return new PeopleRule().problems(context.getEnvironment());
        }
    }

    @Test
    void actsForNobodyNewAndTakesHeadersByDefault() {
        try (ApplicationContext context = ApplicationContext.run(SECRETS)) {
            assertThat(context.getBean(PeopleConfiguration.class))
                    .isEqualTo(new PeopleConfiguration(UnknownPeople.EXISTING, ""));
        }
    }

    @Test
    void namesWhatMakesNoSense() {
        assertThat(problems(Map.of("rechat.openai.users", "all", "rechat.openai.user-token-secret", "short")))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("RECHAT_OPENAI_USERS "))
                .anyMatch(problem -> problem.startsWith("RECHAT_OPENAI_USER_TOKEN_SECRET "));
    }

    @Test
    void takesWhatMakesSense() {
        assertThat(problems(Map.of())).isEmpty();
        assertThat(problems(Map.of("rechat.openai.users", "create", "rechat.openai.user-token-secret", SECRET)))
                .isEmpty();
    }

    @Test
    void isNotTold() {
        assertThat(new PeopleConfiguration(UnknownPeople.CREATE, SECRET).toString())
                .doesNotContain(SECRET);
    }
}
