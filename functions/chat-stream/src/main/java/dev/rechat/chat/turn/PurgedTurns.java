package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.event.TurnEventEncoder;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.Turn;
import jakarta.inject.Singleton;

/** Turns whose log is no longer kept: their result is told in place of their events. */
@Singleton
final class PurgedTurns {

    private final MessageRepository messages;
    private final TurnEventEncoder encoder;

    PurgedTurns(MessageRepository messages, TurnEventEncoder encoder) {
        this.messages = messages;
        this.encoder = encoder;
    }

    /** A closed feed whose numbers follow the last one its reader has seen. */
    TurnFeed tell(Turn turn, int last) {
        TurnFeed feed = new TurnFeed(encoder);
        int number = last;
        if (last == 0) {
            feed.append(encoder.encode(++number, BegunTurn.announcement(turn)));
        }
        String text = messages.findOwned(turn.assistantMessageId(), turn.userId())
                .map(Message::content)
                .orElse("");
        feed.append(encoder.encode(++number, new TurnEvent.Replace(text, "log_purged")));
        feed.append(encoder.encode(++number, end(turn)));
        feed.close();
        return feed;
    }

    private static TurnEvent end(Turn turn) {
        String error = turn.errorCode();
        if (error == null) {
            return new TurnEvent.Done(turn.status().wireName(), turn.status().wireName());
        }
        return new TurnEvent.Failed(
                error,
                DifyFailures.message(ErrorCode.of(error)),
                DifyFailures.retryable(ErrorCode.of(error)),
                null,
                "none");
    }
}
