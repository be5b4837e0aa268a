package dev.rechat.chat.turn;

import dev.rechat.chat.app.DifyTargets;
import dev.rechat.chat.app.EnabledApps;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.database.DuplicateKeyException;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import jakarta.inject.Singleton;

/**
 * Starts turns. Whatever can be told as a plain error is told from here, before a stream begins; from the moment the
 * question is stored it stays stored, whatever happens to the rest.
 */
@Singleton
public final class TurnService {

    private final EnabledApps apps;
    private final TurnStore store;
    private final TurnRepository turns;
    private final DifyTargets targets;
    private final DifyQuestion question;
    private final DifyClient dify;
    private final TurnProducers producers;

    TurnService(
            EnabledApps apps,
            TurnStore store,
            TurnRepository turns,
            DifyTargets targets,
            DifyQuestion question,
            DifyClient dify,
            TurnProducers producers) {
        this.apps = apps;
        this.store = store;
        this.turns = turns;
        this.targets = targets;
        this.question = question;
        this.dify = dify;
        this.producers = producers;
    }

    /**
     * Stores the question, asks Dify and begins to produce the answer. Blocks until Dify has accepted.
     *
     * @throws AppException when the question cannot be asked
     * @throws DifyException when Dify does not take it; the question is kept then
     */
    public TurnFeed start(UserId user, StartTurn start, String requestId) {
        if (start.inputs() != null && !start.inputs().isObject()) {
            throw new ValidationException("inputs", "invalid", "inputs must be an object");
        }
        App app = apps.require(start.appId());
        BegunTurn begun = begin(user, app, start);
        ErrorCode refusal = ErrorCode.INTERNAL_ERROR;
        boolean started = false;
        try {
            DifyRequest request = question.of(app, begun.conversation(), start.message(), start.inputs());
            DifyStream stream = dify.stream(targets.of(app), request);
            TurnFeed feed = producers.start(begun, stream, requestId);
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
                store.finish(begun.turn(), TurnOutcome.refused(refusal));
            }
        }
    }

    private BegunTurn begin(UserId user, App app, StartTurn start) {
        try {
            return store.begin(user, app, start.conversationId(), start.message());
        } catch (DuplicateKeyException running) {
            if (!running.violates(TurnRepository.RUNNING_KEY) || start.conversationId() == null) {
                throw running;
            }
            Turn other = turns.findRunning(start.conversationId(), user).orElse(null);
            if (other != null && !store.interruptIfAbandoned(other)) {
                throw new RefusedException(
                        ErrorCode.TURN_RUNNING, "turn " + other.id() + " is still being answered in this conversation");
            }
            return store.begin(user, app, start.conversationId(), start.message());
        }
    }
}
