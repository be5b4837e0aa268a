package dev.rechat.chat.openai.person;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is set about those whom trusted keys act for must make sense, and a secret must be one. */
public final class PeopleRule implements ConfigurationRule {

    /** As long as the hash (RFC 7518, 3.2). */
    static final int MIN_BYTES = 32;

    @Override
    public List<String> problems(PropertyResolver configuration) {
        List<String> problems = new ArrayList<>();
        String users = text(configuration, "rechat.openai.users");
        if (!users.isEmpty() && !users.equals("create") && !users.equals("existing")) {
            problems.add("RECHAT_OPENAI_USERS must be create or existing");
        }
        int bytes = text(configuration, "rechat.openai.user-token-secret").getBytes(StandardCharsets.UTF_8).length;
        if (bytes > 0 && bytes < MIN_BYTES) {
            problems.add("RECHAT_OPENAI_USER_TOKEN_SECRET is too short: at least " + MIN_BYTES
                    + " random characters, for example from: openssl rand -hex 32");
        }
        return problems;
    }

    private static String text(PropertyResolver configuration, String name) {
        return configuration.getProperty(name, String.class).orElse("");
    }
}
