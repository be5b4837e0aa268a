package dev.rechat.chat.runlog;

import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyMode;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.settings.RunLogConfiguration;
import dev.rechat.runlog.writing.RunLogWriter;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins to record the runs of turns; those of chatflows and workflows, for other apps have none. */
@Singleton
public final class RunRecorders {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecorders.class);

    private final RunLogConfiguration configuration;
    private final Optional<RunLogWriter> writer;
    private final RunLookups lookups;
    private final Content content;
    private final Moments moments;

    RunRecorders(
            RunLogConfiguration configuration,
            Optional<RunLogWriter> writer,
            RunLookups lookups,
            JsonMapper json,
            Clock clock) {
        this.configuration = configuration;
        this.writer = writer;
        if (writer.isEmpty()) {
            LOG.error("no run is recorded: the store {} is not configured", configuration.store());
        }
        this.lookups = lookups;
        this.content = new Content(json, configuration.keepsContent());
        this.moments = new Moments(clock);
    }

    /** @param turn as it was when this process began to produce it */
    public Recording of(Turn turn, App app, AppLogSource source) {
        return writer.flatMap(into -> context(turn, app, source).<Recording>map(run -> new Here(run, into)))
                .orElse(Recording.NONE);
    }

    /** A turn that ended with nobody to produce it. */
    public void abandoned(Turn turn, App app, RunEnd how) {
        String run = turn.workflowRunId();
        Optional<RunContext> context = context(turn, app, AppLogSource.WEB_APP);
        if (run != null && writer.isPresent() && context.isPresent()) {
            RunRecorder recorder = recorder(context.get(), writer.get());
            recorder.known(run);
            lookups.complete(context.get(), recorder, run, how);
        }
    }

    private Optional<RunContext> context(Turn turn, App app, AppLogSource source) {
        boolean continued = turn.workflowRunId() != null;
        return switch (DifyMode.of(app.mode())) {
            case ADVANCED_CHAT ->
                Optional.of(new RunContext(configuration.owner(), turn, app, RunType.CHAT, source, continued));
            case WORKFLOW ->
                Optional.of(new RunContext(configuration.owner(), turn, app, RunType.WORKFLOW, source, continued));
            case CHAT, AGENT_CHAT, AGENT, COMPLETION, UNKNOWN -> Optional.empty();
        };
    }

    private RunRecorder recorder(RunContext context, RunLogWriter into) {
        return new RunRecorder(context, content, moments, into::write);
    }

    private final class Here implements Recording {

        private final RunContext context;
        private final RunLogWriter into;
        private final RunRecorder recorder;

        Here(RunContext context, RunLogWriter into) {
            this.context = context;
            this.into = into;
            this.recorder = recorder(context, into);
        }

        @Override
        public void take(DifyEvent event) {
            recorder.take(event);
        }

        @Override
        public void followed() {
            recorder.followed();
        }

        @Override
        public void left() {
            into.hurry();
        }

        @Override
        public void ended(RunEnd how) {
            String open = recorder.open();
            if (open != null) {
                lookups.complete(context, recorder, open, how);
            }
        }
    }
}
