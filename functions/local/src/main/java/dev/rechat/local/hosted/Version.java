package dev.rechat.local.hosted;

import io.micronaut.context.ApplicationContext;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the configuration. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .build()) {
            return new String[] {
                "rechat-server "
                        + context.getEnvironment()
                                .start()
                                .getProperty("rechat.version", String.class)
                                .orElse("of no version")
            };
        }
    }
}
