package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.kernel.log.LogField;
import dev.rechat.kernel.signal.Level;
import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.signal.MetricName;
import dev.rechat.persistence.turn.Turn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Counts what turns do, and writes a line for each that ends. Costs an addition for an event. */
@Singleton
final class TurnSignals {

    private static final Logger LOG = LoggerFactory.getLogger(TurnSignals.class);

    private final Meters meters;
    private final Clock clock;
    private final Level running;
    private final Counter events;
    private final Timer firstToken;

    TurnSignals(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.running = meters.level(MetricName.TURNS_RUNNING);
        this.events = meters.counter(MetricName.TURNS_EVENTS);
        this.firstToken = meters.timer(MetricName.TURNS_FIRST_TOKEN);
    }

    void begins() {
        running.up();
    }

    void leaves() {
        running.down();
    }

    void told(int count) {
        events.increment(count);
    }

    static boolean hasText(List<TurnEvent> told) {
        return told.stream().anyMatch(TurnEvent.Delta.class::isInstance);
    }

    void firstText(Turn turn) {
        firstToken.record(Duration.between(turn.createdAt(), clock.instant()));
    }

    void ended(Turn turn, TurnEnd end) {
        meters.counter(MetricName.TURNS_ENDED, end.status().wireName()).increment();
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue(LogField.TURN_ID, turn.id())
                .addKeyValue(LogField.CONVERSATION_ID, turn.conversationId())
                .addKeyValue(LogField.APP_ID, turn.appId())
                .addKeyValue(LogField.STATUS, end.status().wireName())
                .addKeyValue(
                        LogField.DURATION_MS,
                        Duration.between(turn.createdAt(), clock.instant()).toMillis());
        (end.error() == null
                        ? line
                        : line.addKeyValue(LogField.CODE, end.error().code()))
                .log("turn ended");
    }
}
