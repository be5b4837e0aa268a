package dev.rechat.chat.turn;

import dev.rechat.chat.app.EnabledApps;
import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.title.Naming;
import dev.rechat.chat.title.Titles;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts turns. Whatever can be told as a plain error is told from here, before a stream begins; from the moment the
 * question is stored it stays stored, whatever happens to the rest.
 */
@Singleton
public final class TurnStarts {

    private final EnabledApps apps;
    private final RepeatedQuestions repeated;
    private final Preparation preparation;
    private final Admission admission;
    private final TurnBeginnings beginnings;
    private final TurnReading reading;
    private final DifyQuestion question;
    private final Launch launch;
    private final Sources sources;
    private final Titles titles;
    private final IdGenerator ids;
    private final JsonMapper json;

    TurnStarts(
            EnabledApps apps,
            RepeatedQuestions repeated,
            Preparation preparation,
            Admission admission,
            TurnBeginnings beginnings,
            TurnReading reading,
            DifyQuestion question,
            Launch launch,
            Sources sources,
            Titles titles,
            IdGenerator ids,
            JsonMapper json) {
        this.apps = apps;
        this.repeated = repeated;
        this.preparation = preparation;
        this.admission = admission;
        this.beginnings = beginnings;
        this.reading = reading;
        this.question = question;
        this.launch = launch;
        this.sources = sources;
        this.titles = titles;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Stores the question, asks Dify and begins to produce the answer. Blocks until Dify has accepted. A question that was
     * asked before under the same turn id or idempotency key is not asked again: its turn is read from the start, whatever
     * has become of the app or of who may use it.
     *
     * @param idempotencyKey null when the client sent none
     * @throws AppException when the question cannot be asked
     * @throws DifyException when Dify does not take it; the question is kept then
     */
    public TurnFeed start(UserId user, StartTurn start, @Nullable String idempotencyKey, Caller caller) {
        return start(user, start, idempotencyKey, Telling.PLAIN, caller);
    }

    /** As {@link #start(UserId, StartTurn, String, Caller)}, for who tells Dify more than the question. */
    public TurnFeed start(
            UserId user, StartTurn start, @Nullable String idempotencyKey, Telling telling, Caller caller) {
        Optional<App> shown = apps.find(user, start.appId());
        TurnId named = IdempotencyKey.turn(user, start.turnId(), idempotencyKey);
        if (shown.isEmpty()) {
            Turn before = repeated.find(user, named, start).orElseThrow(EnabledApps::unknown);
            return reading.fromStart(before, caller);
        }
        App app = shown.get();
        var ticket = new Admission.Ticket(
                user,
                named == null ? ids.nextTurnId() : named,
                telling.request() != null
                        ? telling.request()
                        : Fingerprint.of(app.id(), start).hash(json),
                start.conversationId());
        Optional<Turn> same = named == null ? Optional.empty() : admission.findSame(ticket);
        if (same.isPresent()) {
            return reading.fromStart(same.get(), caller);
        }
        EnabledApps.requireEnabled(app);
        Prepared prepared = preparation.of(user, app, start, telling);
        Question asked = new Question(
                ticket,
                app,
                start.parentMessageId(),
                start.message(),
                prepared,
                start.filesOrNone(),
                start.beginsTemporary(),
                telling);
        return switch (admission.admit(ticket, () -> beginnings.begin(asked))) {
            case Admission.Admitted<BegunTurn>(BegunTurn begun) -> ask(begun, prepared, caller);
            case Admission.CameBefore<BegunTurn>(Turn turn) -> reading.fromStart(turn, caller);
        };
    }

    private TurnFeed ask(BegunTurn begun, Prepared prepared, Caller caller) {
        Turn turn = begun.turn();
        return launch.go(turn, begun.app(), naming(begun), caller, (feed, sending) -> {
            if (begun.title() != null) {
                feed.append(new TurnEvent.Title(begun.title()));
            }
            if (begun.untold() && DifyMode.of(begun.app().mode()).remembers()) {
                feed.append(new TurnEvent.Notice(
                        "context_reset", "The app does not know what was said before: the conversation was imported."));
            }
            if (begun.retold()) {
                feed.append(new TurnEvent.Notice(
                        "context_retold",
                        "The app was told as text what was said before: its own thread knew otherwise."));
            }
            if (turn.branched()) {
                feed.append(
                        new TurnEvent.Notice(
                                "linear_context",
                                "The app also remembers questions that are not on this branch: it keeps one line of conversation."));
            }
            DifyStream stream = question.ask(begun, prepared, caller.traceId(), sending);
            return sources.fresh(turn, stream);
        });
    }

    /** Dify makes a title of all that it is told; instructions and retold history are no title, the person's words are. */
    private Naming naming(BegunTurn begun) {
        return begun.title() == null || !begun.alone()
                ? Naming.NONE
                : titles.of(begun.app(), begun.turn().userId(), begun.title());
    }
}
