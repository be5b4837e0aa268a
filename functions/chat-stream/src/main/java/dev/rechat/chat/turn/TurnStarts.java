package dev.rechat.chat.turn;

import dev.rechat.chat.app.DifyTargets;
import dev.rechat.chat.app.EnabledApps;
import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.translate.DifyIds;
import dev.rechat.chat.translate.Translation;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
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
    private final Admission admission;
    private final TurnReading reading;
    private final LiveTurns live;
    private final DifyTargets targets;
    private final DifyQuestion question;
    private final DifyClient dify;
    private final TurnProducers producers;
    private final TurnEnding ending;
    private final IdGenerator ids;
    private final JsonMapper json;

    TurnStarts(
            EnabledApps apps,
            Admission admission,
            TurnReading reading,
            LiveTurns live,
            DifyTargets targets,
            DifyQuestion question,
            DifyClient dify,
            TurnProducers producers,
            TurnEnding ending,
            IdGenerator ids,
            JsonMapper json) {
        this.apps = apps;
        this.admission = admission;
        this.reading = reading;
        this.live = live;
        this.targets = targets;
        this.question = question;
        this.dify = dify;
        this.producers = producers;
        this.ending = ending;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Stores the question, asks Dify and begins to produce the answer. Blocks until Dify has accepted. A question that was
     * asked before under the same turn id or idempotency key is not asked again: its turn is read from the start.
     *
     * @param idempotencyKey null when the client sent none
     * @throws AppException when the question cannot be asked
     * @throws DifyException when Dify does not take it; the question is kept then
     */
    public TurnFeed start(UserId user, StartTurn start, @Nullable String idempotencyKey, Caller caller) {
        if (start.inputs() != null && !start.inputs().isObject()) {
            throw new ValidationException("inputs", "invalid", "inputs must be an object");
        }
        App app = apps.require(start.appId());
        TurnId named = IdempotencyKey.turn(user, start.turnId(), idempotencyKey);
        Question asked = new Question(
                named == null ? ids.nextTurnId() : named,
                Fingerprint.of(app.id(), start).hash(json),
                user,
                app,
                start.conversationId(),
                start.parentMessageId(),
                start.message());
        Optional<Turn> same = named == null ? Optional.empty() : admission.findSame(asked);
        if (same.isPresent()) {
            return reading.fromStart(same.get(), caller);
        }
        return switch (admission.admit(asked)) {
            case Admission.Admitted(BegunTurn begun) -> ask(begun, start.inputs(), caller);
            case Admission.AskedBefore(Turn turn) -> reading.fromStart(turn, caller);
        };
    }

    private TurnFeed ask(BegunTurn begun, @Nullable JsonNode inputs, Caller caller) {
        TurnFeed feed = live.open(begun.turn().id());
        announce(begun, feed);
        ErrorCode refusal = ErrorCode.INTERNAL_ERROR;
        boolean started = false;
        try {
            DifyStream stream = dify.stream(targets.of(begun.app()), question.of(begun, inputs));
            var translation = new Translation(json, begun.turn().difyConversationId(), System::nanoTime);
            producers.start(
                    begun.turn(), begun.app(), stream, translation, feed, 0, caller.deadline(), caller.requestId());
            started = true;
            return feed;
        } catch (DifyException refused) {
            refusal = DifyFailures.code(refused);
            throw refused;
        } catch (AppException refused) {
            refusal = refused.code();
            throw refused;
        } finally {
            if (!started) {
                refuse(begun.turn(), feed, refusal, caller);
            }
        }
    }

    private static void announce(BegunTurn begun, TurnFeed feed) {
        feed.append(begun.announcement());
        if (begun.title() != null) {
            feed.append(new TurnEvent.Title(begun.title()));
        }
        if (begun.turn().branched()) {
            feed.append(
                    new TurnEvent.Notice(
                            "linear_context",
                            "The app also remembers questions that are not on this branch: it keeps one line of conversation."));
        }
    }

    private void refuse(Turn turn, TurnFeed feed, ErrorCode refusal, Caller caller) {
        var remains = new TurnEnding.Remains(turn, "", null, DifyIds.Known.NOTHING, caller.requestId());
        ending.end(feed, remains, TurnEnd.refused(refusal), () -> true);
        live.forget(turn.id());
    }
}
