package dev.rechat.maintenance.settings;

import dev.rechat.conversations.dify.DifyNetworksRule;
import dev.rechat.kernel.config.ConfigurationException;
import dev.rechat.kernel.config.ConfigurationRule;
import dev.rechat.kernel.tls.PrivateAuthorities;
import dev.rechat.persistence.database.DatabaseRule;
import dev.rechat.persistence.secret.SecretsRule;
import dev.rechat.runlog.payload.s3.S3Rule;
import dev.rechat.runlog.search.SearchRule;
import dev.rechat.runlog.settings.RunLogRule;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/**
 * What housekeeping needs from the configuration, and no more: the keys that sign tokens, or a mail server, need not be known
 * where it runs, though the modules that it is built of know them. Threads are deleted at Dify: apps' keys must open, and where a
 * Dify may be must be said.
 */
public final class MaintenanceNeeds {

    private static final List<ConfigurationRule> RULES = List.of(
            new DatabaseRule(),
            new SecretsRule(),
            new DifyNetworksRule(),
            new MaintenanceRule(),
            new RunLogRule(),
            new S3Rule(),
            new SearchRule(),
            PrivateAuthorities::trust);

    private MaintenanceNeeds() {}

    /**
     * Starts the environment of a context that was built but not started, and checks it. From then on the process trusts
     * {@link PrivateAuthorities}.
     *
     * @throws ConfigurationException with all problems
     */
    public static void check(ApplicationContext context) {
        var environment = context.getEnvironment().start();
        List<String> problems = RULES.stream()
                .flatMap(rule -> rule.problems(environment).stream())
                .sorted()
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
