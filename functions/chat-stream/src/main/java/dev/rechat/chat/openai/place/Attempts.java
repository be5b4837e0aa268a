package dev.rechat.chat.openai.place;

import dev.rechat.chat.openai.request.Dialogue;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.openai.ApiTurn;
import dev.rechat.persistence.openai.ApiTurnRepository;
import dev.rechat.persistence.openai.EarlierAttempt;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises a program that asks again because it has no answer: a request that says so, and came before as it is. The database
 * knows, so it is the same on every instance.
 */
@Singleton
public final class Attempts {

    /** OpenAI's own clients wait ten minutes for an answer before they ask again, and a minute or so between two attempts. */
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private static final int CANDIDATES = 20;

    private final ApiTurnRepository turns;
    private final Clock clock;

    Attempts(ApiTurnRepository turns, Clock clock) {
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * The attempt before. Where several may be it, because a program has asked the same several times at once, it is one that
     * failed, else one whose program has gone, else the newest.
     *
     * @param hash of the request, and of the key that it came with
     */
    public Optional<Attempt> find(UserId user, AppId app, Dialogue dialogue, String hash) {
        String said = SaidText.hash(dialogue.before(), dialogue.asked());
        Map<ConversationId, EarlierAttempt> newest = new LinkedHashMap<>();
        turns.listAttempts(user, app, said, hash, clock.instant().minus(MEMORY), CANDIDATES)
                .forEach(earlier -> newest.putIfAbsent(earlier.conversationId(), earlier));
        return best(newest.values()).map(Attempts::attempt);
    }

    private static Optional<EarlierAttempt> best(Collection<EarlierAttempt> newestFirst) {
        return newestFirst.stream()
                .min(Comparator.comparing((EarlierAttempt earlier) -> !failed(earlier))
                        .thenComparing(earlier -> earlier.leftAt() == null));
    }

    private static Attempt attempt(EarlierAttempt earlier) {
        return failed(earlier)
                ? new Attempt.Failed(new Place(earlier.conversationId(), earlier.userMessageId(), true, false, false))
                : new Attempt.Answered(earlier.turnId(), earlier.conversationId());
    }

    private static boolean failed(EarlierAttempt earlier) {
        return switch (earlier.status()) {
            case STREAMING -> earlier.stopping();
            case COMPLETED, PAUSED -> false;
            case STOPPED, STOP_UNCONFIRMED, FAILED, INTERRUPTED -> true;
        };
    }

    /** Gives a turn to one more attempt. @return which one it is; 1, the first, also where no program asked for it */
    public int join(TurnId turn, UserId user) {
        return turns.join(turn, user) == 0 ? 1 : latest(turn, user);
    }

    /** Whether a later attempt has been given the turn. */
    public boolean later(TurnId turn, UserId user, int attempt) {
        return latest(turn, user) > attempt;
    }

    private int latest(TurnId turn, UserId user) {
        return turns.findOwned(turn, user).map(ApiTurn::attempts).orElse(1);
    }

    /** The program that made this attempt has gone. */
    public void leave(TurnId turn, UserId user, int attempt) {
        turns.leave(turn, user, attempt, clock.instant());
    }
}
