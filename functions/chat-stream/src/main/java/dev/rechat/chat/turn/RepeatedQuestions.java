package dev.rechat.chat.turn;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the turn of a question that was asked when its app was still there for the person. */
@Singleton
final class RepeatedQuestions {

    private final TurnRepository turns;
    private final AppRepository apps;
    private final JsonMapper json;

    RepeatedQuestions(TurnRepository turns, AppRepository apps, JsonMapper json) {
        this.turns = turns;
        this.apps = apps;
        this.json = json;
    }

    /** Empty for anything but the very same question: nothing is to be learnt here about an app that one is not shown. */
    Optional<Turn> find(UserId user, @Nullable TurnId named, StartTurn start) {
        return named == null
                ? Optional.empty()
                : turns.findOwned(named, user)
                        .filter(turn ->
                                Fingerprint.of(turn.appId(), start).hash(json).equals(turn.requestHash()))
                        .filter(turn -> names(start.appId(), turn));
    }

    private boolean names(String idOrSlug, Turn turn) {
        return idOrSlug.equals(turn.appId().toString())
                || apps.findById(turn.appId())
                        .map(App::slug)
                        .filter(idOrSlug::equals)
                        .isPresent();
    }
}
