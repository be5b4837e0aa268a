package dev.rechat.kernel.config;

import dev.rechat.kernel.tls.PrivateAuthorities;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.stream.Stream;

/** Asks every {@link ConfigurationRule} before a context starts. */
public final class ConfigurationCheck {

    private ConfigurationCheck() {}

    /**
     * Starts the environment of a context that was built but not started, and checks it. From then on the process trusts
     * {@link PrivateAuthorities}.
     *
     * @throws ConfigurationException with the problems of all rules
     */
    public static void check(ApplicationContext context) {
        var environment = context.getEnvironment().start();
        Stream<String> wrong = ServiceLoader.load(ConfigurationRule.class).stream()
                .map(Provider::get)
                .flatMap(rule -> rule.problems(environment).stream());
        List<String> problems = Stream.concat(wrong, PrivateAuthorities.trust(environment).stream())
                .sorted()
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
