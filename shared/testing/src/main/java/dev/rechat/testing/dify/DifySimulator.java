package dev.rechat.testing.dify;

import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.LoopbackServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Dify server on 127.0.0.1 that needs no model: it answers about the question, remembers conversations, and fails on
 * demand. Safe for use by several threads. Whoever starts it closes it.
 */
public final class DifySimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DifySimulator.class);

    private final Map<String, AppState> appsByKey = new LinkedHashMap<>();
    private final Scripts scripts = new Scripts();
    private final RequestLog log = new RequestLog();
    private final boolean recording;
    private final RunEventRoutes events;
    private final RunLogRoutes runLogs = new RunLogRoutes();
    private final Router router;
    private final LoopbackServer server;

    private DifySimulator(Builder builder) {
        builder.apps.forEach(app -> appsByKey.put(app.key(), new AppState(app)));
        List<Route> routes = new ArrayList<>();
        routes.addAll(new GenerationRoutes(new Generation(builder.variant, builder.timing, scripts)).routes());
        routes.addAll(ConversationRoutes.routes());
        routes.addAll(MessageRoutes.routes());
        routes.addAll(FileRoutes.routes());
        routes.addAll(AudioRoutes.routes());
        routes.addAll(AppRoutes.routes());
        routes.addAll(runLogs.routes());
        events = new RunEventRoutes(builder.timing);
        if (builder.variant == EngineVariant.CELERY) {
            routes.addAll(events.routes());
            routes.addAll(FormRoutes.routes());
        }
        router = new Router(appsByKey, routes, builder.variant);
        recording = builder.recording;
        server = LoopbackServer.start(builder.port, this::handle);
    }

    private void handle(Exchange exchange) {
        if (recording) {
            log.add(new RecordedRequest(exchange));
        }
        try {
            router.route(exchange);
        } catch (RuntimeException e) {
            LOG.error("The simulator itself failed on {}", exchange.request().path(), e);
            exchange.cut();
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A simulator with the {@link DemoApps} on a free port. */
    public static DifySimulator start() {
        return builder().start();
    }

    /** The base address as a client wants it, ending in {@code /v1}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    /** Plays the script for the next question, whoever asks it. */
    public void next(Script script) {
        scripts.addOnce(GenerationRequest.any(), script);
    }

    /** Plays the script for the next question that matches. */
    public void next(Predicate<GenerationRequest> when, Script script) {
        scripts.addOnce(when, script);
    }

    /** Plays the script for every question that matches, unless one for the next question is waiting. */
    public void always(Predicate<GenerationRequest> when, Script script) {
        scripts.addAlways(when, script);
    }

    /** Spoils the next attempt to follow a run by its events; not that of a run that is over. */
    public void nextEvents(EventsFault fault) {
        events.next(fault);
    }

    /** Refuses the next request for the log of an app's runs. */
    public void refuseRunLogs(int status, String code, String message) {
        runLogs.next(Refusal.of(new DifyError(status, code, message)));
    }

    /**
     * Gives an app runs that have succeeded.
     *
     * @param times when each began
     * @return their ids
     */
    public List<String> past(String appKey, String user, List<Instant> times) {
        AppState state = appsByKey.get(appKey);
        if (state == null) {
            throw new IllegalArgumentException("there is no app of that key");
        }
        return times.stream()
                .map(time -> {
                    WorkflowRun run = WorkflowRun.past(state.workflowId(), user, time);
                    state.runs().put(run.id(), run);
                    return run.id();
                })
                .toList();
    }

    /** Lets the time of all forms run out that nobody has filled in. */
    public void expireForms() {
        appsByKey.values().forEach(state -> state.forms().all().forEach(OpenForm::expire));
    }

    /** Forgets all scripts; conversations stay. */
    public void forgetScripts() {
        scripts.clear();
    }

    /** All requests so far in the order they arrived. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /**
     * The first request that matches, already there or yet to come.
     *
     * @throws IllegalStateException if there is none within that time
     */
    public RecordedRequest awaitRequest(Predicate<RecordedRequest> wanted, Duration patience)
            throws InterruptedException {
        return log.await(wanted, patience);
    }

    /**
     * Waits until no answer is being made any more, by a worker without a client neither.
     *
     * @throws IllegalStateException if that takes longer
     */
    public void awaitIdle(Duration patience) throws InterruptedException {
        for (AppState state : appsByKey.values()) {
            if (!state.tasks().awaitEmpty(patience)) {
                throw new IllegalStateException(state.app().key() + " is still answering after " + patience);
            }
        }
    }

    /** Breaks off what is being answered. */
    @Override
    public void close() {
        appsByKey.values().forEach(Generation::close);
        server.close();
    }

    /** What a simulator is to be like. */
    public static final class Builder {

        private int port;
        private EngineVariant variant = EngineVariant.CELERY;
        private Timing timing = Timing.QUICK;
        private boolean recording = true;
        private final List<SimulatedApp> apps = new ArrayList<>();

        private Builder() {}

        /** 0, the default, for any free one. */
        public Builder port(int newPort) {
            port = newPort;
            return this;
        }

        /** {@link EngineVariant#CELERY} unless told otherwise. */
        public Builder variant(EngineVariant newVariant) {
            variant = newVariant;
            return this;
        }

        /** Time between two events; none by default. */
        public Builder pace(Duration pace) {
            timing = new Timing(pace, timing.heartbeat(), timing.idleClose());
            return this;
        }

        /** Time between two pings while an answer is held back; 10 s by default, as in Dify. */
        public Builder heartbeat(Duration heartbeat) {
            timing = new Timing(timing.pace(), heartbeat, timing.idleClose());
            return this;
        }

        /** Time after which a silent connection is closed; 300 s by default, as in Dify. */
        public Builder idleClose(Duration idleClose) {
            timing = new Timing(timing.pace(), timing.heartbeat(), idleClose);
            return this;
        }

        /** Keeps no list of requests, for a simulator that serves for long: {@link #requests()} stays empty. */
        public Builder forgettingRequests() {
            recording = false;
            return this;
        }

        /** Adds an app; without any, there are the {@link DemoApps}. */
        public Builder app(SimulatedApp app) {
            apps.add(app);
            return this;
        }

        /**
         * Starts listening.
         *
         * @throws java.io.UncheckedIOException if the port is taken
         */
        public DifySimulator start() {
            if (apps.isEmpty()) {
                apps.addAll(DemoApps.all());
            }
            return new DifySimulator(this);
        }
    }
}
