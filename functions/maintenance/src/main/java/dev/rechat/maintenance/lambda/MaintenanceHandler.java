package dev.rechat.maintenance.lambda;

import dev.rechat.accounts.audit.AuditSealing;
import dev.rechat.lambda.runtime.FunctionFailure;
import dev.rechat.lambda.runtime.Invocation;
import dev.rechat.lambda.runtime.InvocationHandler;
import dev.rechat.lambda.runtime.LambdaConfiguration;
import dev.rechat.lambda.runtime.RuntimeApi;
import dev.rechat.maintenance.MigrationException;
import dev.rechat.maintenance.MigrationResult;
import dev.rechat.maintenance.Migrations;
import dev.rechat.maintenance.run.LoggedProgress;
import dev.rechat.maintenance.run.Maintenance;
import dev.rechat.maintenance.run.Outcome;
import dev.rechat.maintenance.run.TimeBudget;
import dev.rechat.maintenance.runlog.journey.TransferBusyException;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.runlog.RunLogUnavailableException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what an event wants, until shortly before the deadline. An invocation in which something failed fails, so that the
 * schedule's alarms and repetitions see it; what was done stays done.
 */
final class MaintenanceHandler implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceHandler.class);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final ApplicationContext context;
    private final JsonMapper json;
    private volatile TimeBudget time = TimeBudget.endless();

    MaintenanceHandler(ApplicationContext context) {
        this.context = context;
        this.json = context.getBean(JsonMapper.class);
    }

    @Override
    public void handle(Invocation invocation, RuntimeApi api) throws IOException {
        Optional<RunLogWish> runLog;
        Wish wish;
        try {
            JsonNode event = Objects.requireNonNullElseGet(
                    json.readValue(invocation.event(), JsonNode.class), JsonNode::nullNode);
            runLog = RunLogWish.of(event);
            wish = runLog.isPresent() ? Wish.NOTHING : Wish.of(event);
        } catch (IOException | IllegalArgumentException wrong) {
            LOG.warn("an event was not understood: {}", wrong.getMessage());
            String message = wrong instanceof IOException ? "the event is no JSON" : wrong.getMessage();
            api.error(invocation.id(), new FunctionFailure("Maintenance.InvalidEvent", String.valueOf(message)));
            return;
        }
        time = TimeBudget.of(timeFor(invocation));
        try {
            if (runLog.isPresent()) {
                answer(invocation, api, runLog.get());
            } else {
                answer(invocation, api, wish);
            }
        } catch (RuntimeException failure) { // the invocation's entry point: Lambda must be told
            LOG.error("maintenance failed", failure);
            api.error(invocation.id(), new FunctionFailure("Maintenance.Failed", "its log says why"));
        }
    }

    /** What a report tells of is no failure of the invocation: whoever wished it reads it. */
    private void answer(Invocation invocation, RuntimeApi api, RunLogWish wish) throws IOException {
        try {
            Object report = new RunLogErrand(context, time::over).run(wish);
            api.respond(invocation.id(), json.writeValueAsBytes(report));
        } catch (IllegalArgumentException wrong) {
            api.error(
                    invocation.id(),
                    new FunctionFailure("Maintenance.InvalidEvent", String.valueOf(wrong.getMessage())));
        } catch (RunLogUnavailableException | TransferBusyException failure) {
            LOG.error("what was to be done to run logs was not done", failure);
            api.error(
                    invocation.id(),
                    new FunctionFailure("Maintenance.RunLogFailed", String.valueOf(failure.getMessage())));
        }
    }

    private void answer(Invocation invocation, RuntimeApi api, Wish wish) throws IOException {
        MigrationResult migrated;
        try {
            migrated = wish.migrate() ? migrate(wish.dryRun()) : new MigrationResult(List.of());
        } catch (MigrationException failed) {
            LOG.error("the schema could not be migrated", failed);
            api.error(invocation.id(), new FunctionFailure("Maintenance.MigrationFailed", "its log says why"));
            return;
        }
        if (migrated.beginsAuditChain() && !wish.dryRun()) {
            context.getBean(AuditSealing.class).begin();
        }
        if (!wish.housekeeping()) {
            respond(invocation, api, new Report(migrated.migrations(), List.of()));
            return;
        }
        Maintenance maintenance = context.getBean(Maintenance.class);
        Collection<TaskName> wanted = wish.tasks().isEmpty() ? maintenance.tasks() : wish.tasks();
        if (wish.dryRun()) {
            var due = maintenance.count(wanted).stream().map(Report.Line::of).toList();
            respond(invocation, api, new Report(migrated.migrations(), due));
            return;
        }
        List<Outcome> outcomes = maintenance.run(wanted, time, new LoggedProgress());
        String failed = outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(outcome -> outcome.task().wireName())
                .collect(Collectors.joining(", "));
        if (failed.isEmpty()) {
            var lines = outcomes.stream().map(Report.Line::of).toList();
            respond(invocation, api, new Report(migrated.migrations(), lines));
        } else {
            api.error(invocation.id(), new FunctionFailure("Maintenance.TasksFailed", "failed: " + failed));
        }
    }

    private void respond(Invocation invocation, RuntimeApi api, Report report) throws IOException {
        api.respond(invocation.id(), json.writeValueAsBytes(report));
    }

    private MigrationResult migrate(boolean dryRun) {
        String url = property("url");
        String user = property("username");
        String password = property("password");
        return dryRun ? Migrations.pending(url, user, password) : Migrations.migrate(url, user, password);
    }

    private String property(String name) {
        return context.getProperty("datasources.default." + name, String.class).orElse("");
    }

    private Duration timeFor(Invocation invocation) {
        Instant now = context.getBean(Clock.class).instant();
        Instant end = context.getBean(LambdaConfiguration.class).endOf(now, invocation.deadline());
        return end.equals(Instant.MAX) ? LONGEST : Duration.between(now, end);
    }

    @Override
    public void stop() {
        time.cut();
    }

    @Override
    public void close() {
        time.cut();
    }
}
