package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEventEncoder;
import dev.rechat.chat.feed.KeepAlive;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.kernel.id.TurnId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The feeds of turns that this process produces or follows: whoever wants one of them here reads the same. */
@Singleton
final class LiveTurns {

    private final TurnEventEncoder encoder;
    private final KeepAlive keepAlive;
    private final Map<TurnId, TurnFeed> feeds = new ConcurrentHashMap<>();

    LiveTurns(TurnEventEncoder encoder, KeepAlive keepAlive) {
        this.encoder = encoder;
        this.keepAlive = keepAlive;
    }

    TurnFeed open(TurnId turn) {
        return openOr(turn, feed -> feed);
    }

    /** The feed of a turn. @param begin what to do with a new one, before anybody else gets it */
    TurnFeed openOr(TurnId turn, Function<TurnFeed, TurnFeed> begin) {
        return feeds.computeIfAbsent(turn, absent -> {
            TurnFeed feed = begin.apply(new TurnFeed(encoder));
            keepAlive.watch(feed);
            return feed;
        });
    }

    /** One that was left before the turn's end, and is not yet forgotten, has nothing more to tell. */
    Optional<TurnFeed> find(TurnId turn) {
        Optional<TurnFeed> feed = Optional.ofNullable(feeds.get(turn));
        feed.filter(TurnFeed::left).ifPresent(left -> forget(turn, left));
        return feed.filter(found -> !found.left());
    }

    /** Its present readers keep it. */
    void forget(TurnId turn, TurnFeed feed) {
        feeds.remove(turn, feed);
        keepAlive.forget(feed);
    }
}
