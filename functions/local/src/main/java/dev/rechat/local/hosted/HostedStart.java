package dev.rechat.local.hosted;

import dev.rechat.accounts.audit.AuditSealing;
import dev.rechat.kernel.config.ConfigurationCheck;
import dev.rechat.local.start.ListenAddress;
import dev.rechat.local.start.OpenResources;
import dev.rechat.local.start.StartProblem;
import dev.rechat.local.web.WebAppFilter;
import dev.rechat.maintenance.MigrationException;
import dev.rechat.maintenance.MigrationResult;
import dev.rechat.maintenance.Migrations;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.value.PropertyResolver;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a start: cheap checks first, and nothing opened that {@link OpenResources} does not know. */
final class HostedStart {

    private static final Logger LOG = LoggerFactory.getLogger(HostedStart.class);
    private static final String WEB_APP = "webapp";

    private final HostedOptions options;
    private final OpenResources resources;

    HostedStart(HostedOptions options, OpenResources resources) {
        this.options = options;
        this.resources = resources;
    }

    /**
     * Returns when requests are answered.
     *
     * @throws StartProblem when that is not possible
     * @throws dev.rechat.kernel.config.ConfigurationException when variables are wrong
     */
    void start() {
        ApplicationContext context = resources.add(ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .propertySources(properties())
                .build());
        ConfigurationCheck.check(context);
        new ListenAddress(options.host(), options.port()).requireFree();
        MigrationResult migrated = bringUpToDate(context);
        context.start();
        if (migrated.beginsAuditChain()) {
            context.getBean(AuditSealing.class).begin();
        }
        EmbeddedServer server = resources.add(context.getBean(EmbeddedServer.class));
        server.start();
        LOG.info(
                "ReChat is ready: http://{}:{}",
                options.host().contains(":") ? "[" + options.host() + "]" : options.host(),
                server.getPort());
    }

    private PropertySource properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("rechat.local.rounds", true);
        properties.put("micronaut.server.host", options.host());
        properties.put("micronaut.server.port", options.port());
        if (HostedStart.class.getClassLoader().getResource(WEB_APP + "/index.html") != null) {
            properties.put(WebAppFilter.PLACE, "classpath:" + WEB_APP);
        }
        return PropertySource.of("hosted", properties);
    }

    /** Applies what is missing where that is wanted; else a database that is behind ends the start, not the first request. */
    private MigrationResult bringUpToDate(PropertyResolver configuration) {
        String url = property(configuration, "url");
        String user = property(configuration, "username");
        String password = property(configuration, "password");
        try {
            if (options.migrate()) {
                MigrationResult applied = Migrations.migrate(url, user, password);
                applied.migrations().forEach(migration -> LOG.info("applied migration {}", migration));
                return applied;
            }
            List<String> missing = Migrations.pending(url, user, password).migrations();
            if (!missing.isEmpty()) {
                throw new StartProblem(
                        "The database lacks %d migrations: run rechat-server migrate, or start with --migrate."
                                .formatted(missing.size()));
            }
            return new MigrationResult(List.of());
        } catch (MigrationException failed) {
            throw new StartProblem("Cannot start: " + failed.getMessage(), failed);
        }
    }

    private static String property(PropertyResolver configuration, String name) {
        return configuration
                .getProperty("datasources.default." + name, String.class)
                .orElse("");
    }
}
