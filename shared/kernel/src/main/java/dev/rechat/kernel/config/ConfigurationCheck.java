package dev.rechat.kernel.config;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;

/** Asks every {@link ConfigurationRule} before a context starts. */
public final class ConfigurationCheck {

    private ConfigurationCheck() {}

    /**
     * Starts the environment of a context that was built but not started, and checks it.
     *
     * @throws ConfigurationException with the problems of all rules
     */
    public static void check(ApplicationContext context) {
        var environment = context.getEnvironment().start();
        List<String> problems = ServiceLoader.load(ConfigurationRule.class).stream()
                .map(Provider::get)
                .flatMap(rule -> rule.problems(environment).stream())
                .sorted()
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
