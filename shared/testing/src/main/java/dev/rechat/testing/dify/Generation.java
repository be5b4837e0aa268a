package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.testing.http.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes one answer from a checked request: picks the script, plays it, stores what came of it. */
final class Generation {

    private final EngineVariant variant;
    private final Timing timing;
    private final Scripts scripts;

    Generation(EngineVariant variant, Timing timing, Scripts scripts) {
        this.variant = variant;
        this.timing = timing;
        this.scripts = scripts;
    }

    void answer(Call call, GenerationRequest request) {
        Script script = scripts.take(request)
                .or(() -> MagicWords.script(request))
                .orElseGet(() -> DemoAnswer.script(call.state(), request));
        if (script.refusal().isPresent()) {
            Router.send(call.exchange(), script.refusal().orElseThrow());
            return;
        }
        Optional<Conversation> conversation = existing(call, request);
        Optional<DifyError> unfit = check(call, request);
        if (unfit.isPresent()) {
            refuse(call, request, unfit.orElseThrow());
            return;
        }
        Chat chat = new Chat(call.state(), request, conversation, files(call, request));
        EventSink sink = request.streaming() ? new EventSink.ToClient(call.exchange()) : new EventSink.Nowhere();
        Run run = new Run(call.state(), request, chat.conversationId(), script.conversationId(), variant, timing, sink);
        perform(call, script, chat, run);
    }

    /** A worker cannot find the conversation and starts another one without a word; everybody else says 404. */
    private Optional<Conversation> existing(Call call, GenerationRequest request) {
        if (request.conversationId().isEmpty()) {
            return Optional.empty();
        }
        Optional<Conversation> found = call.state().conversation(request.conversationId(), request.user());
        boolean silent = variant == EngineVariant.CELERY && request.app().mode() == AppMode.ADVANCED_CHAT;
        if (found.isEmpty() && !silent) {
            throw DifyError.notFound("Conversation Not Exists.", call.request().path());
        }
        return found;
    }

    private static Optional<DifyError> check(Call call, GenerationRequest request) {
        try {
            if (request.app().mode().converses() && request.query().isEmpty()) {
                throw DifyError.invalidParameter("query is required");
            }
            Inputs.check(request.app(), request.inputs());
            files(call, request);
            return Optional.empty();
        } catch (DifyError e) {
            return Optional.of(e);
        }
    }

    private static List<UploadedFile> files(Call call, GenerationRequest request) {
        JsonNode mappings = call.json().path("files");
        return Inputs.files(call.state(), mappings, request.user());
    }

    /** Where a worker does the checking, the status is lost: the stream is open already and is not closed either. */
    private void refuse(Call call, GenerationRequest request, DifyError error) {
        Exchange exchange = call.exchange();
        if (variant == EngineVariant.LEGACY || !request.app().mode().runsGraph() || !request.streaming()) {
            throw error;
        }
        Script script =
                Script.empty().ping().data(Faults.workerError(error.text())).silence();
        Run run = new Run(
                call.state(),
                request,
                UUID.randomUUID().toString(),
                Optional.empty(),
                variant,
                timing,
                new EventSink.ToClient(exchange));
        run.watch(exchange);
        call.openStream();
        new Performance(run, Narrator.of(run, script), exchange::cut).play(script.steps());
        exchange.finish();
    }

    private void perform(Call call, Script script, Chat chat, Run run) {
        Exchange exchange = call.exchange();
        run.watch(exchange);
        Production production = new Production(run, Narrator.of(run, script), chat, exchange::cut);
        production.enter();
        try {
            production.holdBack(script.beforeHead());
            if (run.request().streaming()) {
                call.openStream();
            }
            Outcome outcome = production.begin(script.steps());
            if (run.request().streaming()) {
                linger(run, script, outcome);
                run.detach();
                exchange.finish();
            } else {
                answerAtOnce(call, run, outcome);
            }
        } finally {
            production.leave();
        }
    }

    /** A worker's stream is closed by {@code workflow_finished} alone, if that reaches the client. */
    private static void linger(Run run, Script script, Outcome outcome) {
        boolean finished = !script.answersWithoutGraph() && !(outcome instanceof Outcome.Broken);
        if (run.inWorker() && (run.isMuted() || !finished)) {
            run.signals().awaitInSilence();
        }
    }

    private static void answerAtOnce(Call call, Run run, Outcome outcome) {
        if (call.exchange().ended().isDone()) {
            return;
        }
        call.answer(200, "application/json; charset=utf-8", Json.escaped(BlockingAnswer.of(run, outcome)));
    }

    /** Ends whatever is still being made. */
    static void close(AppState state) {
        List<Run> running = state.tasks().all();
        running.forEach(run -> run.signals().abandon(true));
    }
}
