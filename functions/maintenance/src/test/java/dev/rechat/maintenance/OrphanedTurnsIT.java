package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.maintenance.run.Outcome;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnEventsRepository;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.turns.log.Frame;
import dev.rechat.turns.log.LogPacking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Turns whose process died, and that nobody came back for. */
final class OrphanedTurnsIT {

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final UserId owner = house.person();
    private final Conversation conversation = house.conversation(owner, Duration.ofDays(3), "");

    private Turn turn(Duration leaseOverFor, String producer) {
        Instant now = house.now();
        String assistant =
                house.stored("SELECT id FROM messages WHERE role = 'ASSISTANT'").getFirst();
        Turn turn = house.bean(TurnRepository.class)
                .save(new Turn(
                        house.ids().nextTurnId(),
                        owner,
                        conversation.id(),
                        conversation.appId(),
                        house.ids().nextMessageId(),
                        MessageId.of(assistant),
                        TurnStatus.STREAMING,
                        conversation.id(),
                        now.minus(leaseOverFor),
                        producer.isEmpty() ? null : producer,
                        null,
                        null,
                        "thread-at-dify",
                        false,
                        null,
                        null,
                        null,
                        null,
                        now.minus(leaseOverFor),
                        null));
        write(turn, frame(1, "turn", "{}"), frame(2, "delta", "{\"text\":\"A lease is \"}"));
        write(turn, frame(3, "delta", "{\"text\":\"a contr\"}"));
        return turn;
    }

    private static byte[] frame(int number, String name, String data) {
        return Frame.write(number, name, data.getBytes(StandardCharsets.UTF_8));
    }

    private void write(Turn turn, byte[]... frames) {
        house.bean(TurnEventsRepository.class).save(LogPacking.plain(turn.id(), List.of(frames), house.now()));
    }

    private List<Frame> log(Turn turn) {
        return house.bean(TurnEventsRepository.class).listAfter(turn.id(), owner, 0, 10).stream()
                .flatMap(row -> LogPacking.framesAfter(0, row).stream())
                .map(Frame::of)
                .toList();
    }

    @Test
    void endWithTheTextThatCameAndAnEndToTheirLog() {
        Turn turn = turn(Duration.ofHours(2), "");
        String used = house.stored("SELECT updated_at FROM conversations").getFirst();

        assertThat(house.count(TaskName.ORPHANED_TURNS)).isEqualTo(1);
        assertThat(house.run(TaskName.ORPHANED_TURNS)).isEqualTo(new Outcome.Complete(TaskName.ORPHANED_TURNS, 1));

        Turn ended =
                house.bean(TurnRepository.class).findOwned(turn.id(), owner).orElseThrow();
        assertThat(ended.status()).isEqualTo(TurnStatus.INTERRUPTED);
        assertThat(ended.errorCode()).isEqualTo("turn_interrupted");
        assertThat(ended.runningIn()).as("the conversation is free again").isNull();
        assertThat(house.stored("SELECT CONCAT(status, ': ', content) FROM messages WHERE role = 'ASSISTANT'"))
                .containsExactly("INTERRUPTED: A lease is a contr");
        assertThat(log(turn)).extracting(Frame::name).containsExactly("turn", "delta", "delta", "error");
        assertThat(log(turn).getLast().data())
                .contains("\"code\":\"turn_interrupted\"", "\"retryable\":true", "\"request_id\":\"maintenance\"");
        assertThat(house.stored("SELECT dify_conversation_id FROM conversations"))
                .containsExactly("thread-at-dify");
        assertThat(house.stored("SELECT updated_at FROM conversations"))
                .as("it keeps its place in the list")
                .containsExactly(used);
    }

    @Test
    void keepWhatWasToldBesideTheText() {
        Turn turn = turn(Duration.ofHours(2), "");
        write(turn, frame(4, "thought", "{\"id\":\"t\",\"position\":1,\"text\":\"想\"}"));
        write(turn, frame(5, "thought", "{\"id\":\"t\",\"position\":1,\"text\":\"想一想\"}"));

        house.run(TaskName.ORPHANED_TURNS);

        assertThat(house.stored("SELECT details FROM messages WHERE role = 'ASSISTANT'"))
                .containsExactly("[{\"type\":\"thought\",\"id\":\"t\",\"position\":1,\"text\":\"想一想\"}]");
    }

    @Test
    void endAsStoppedWhenThatWasWished() {
        Turn turn = turn(Duration.ofHours(2), "a-process-that-was-killed");
        house.sql("UPDATE turns SET stop_requested_at = NOW(3)");

        assertThat(house.run(TaskName.ORPHANED_TURNS).done()).isEqualTo(1);

        Turn ended =
                house.bean(TurnRepository.class).findOwned(turn.id(), owner).orElseThrow();
        assertThat(ended.status()).isEqualTo(TurnStatus.STOP_UNCONFIRMED);
        assertThat(ended.errorCode()).isNull();
        assertThat(ended.runningIn()).isNull();
        assertThat(house.stored("SELECT CONCAT(status, ': ', content) FROM messages WHERE role = 'ASSISTANT'"))
                .containsExactly("STOP_UNCONFIRMED: A lease is a contr");
        assertThat(log(turn)).extracting(Frame::name).containsExactly("turn", "delta", "delta", "replace", "done");
        assertThat(log(turn).getLast().data())
                .isEqualTo("{\"status\":\"stop_unconfirmed\",\"finish_reason\":\"stopped\"}");
        assertThat(house.stored("SELECT CONCAT(status, ' ', COALESCE(error_code, '-')) FROM turn_usage"))
                .containsExactly("STOP_UNCONFIRMED -");
        assertThat(house.stored("SELECT stopped FROM usage_daily")).containsExactly("1");
    }

    @Test
    void areNotQuotedInTheLogsOfTheHouseWhenAnEventIsDamaged() {
        Turn turn = turn(Duration.ofHours(2), "");
        write(turn, frame(4, "delta", "{\"text\": my sister's diagnosis}"));
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        root.addAppender(logged);
        try {
            assertThat(house.run(TaskName.ORPHANED_TURNS).done()).isZero();
        } finally {
            root.detachAppender(logged);
        }

        assertThat(logged.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getFormattedMessage()).contains(turn.id().toString(), "UncheckedIOException");
                    assertThat(line.getThrowableProxy()).isNull();
                });
        assertThat(logged.list).noneMatch(line -> told(line).matches("(?s).*(sister|diagnosis|\\bmy\\b).*"));
    }

    private static String told(ILoggingEvent line) {
        return line.getFormattedMessage() + ThrowableProxyUtil.asString(line.getThrowableProxy());
    }

    @Test
    void standInTheLedgerAsInterrupted() {
        turn(Duration.ofHours(2), "");

        house.run(TaskName.ORPHANED_TURNS);

        assertThat(house.stored("SELECT CONCAT(status, ' ', error_code) FROM turn_usage"))
                .containsExactly("INTERRUPTED turn_interrupted");
        assertThat(house.stored("SELECT SUM(interrupted) FROM usage_daily")).containsExactly("1");
    }

    @Test
    void tellOnWithNumbersThatTheKilledProcessCannotHaveTold() {
        Turn turn = turn(Duration.ofHours(2), "a-process-that-was-killed");

        house.run(TaskName.ORPHANED_TURNS);

        assertThat(log(turn)).extracting(Frame::name).endsWith("delta", "replace", "error");
        assertThat(log(turn)).extracting(Frame::id).containsExactly(1, 2, 3, 10_004, 10_005);
        assertThat(log(turn).get(3).data()).isEqualTo("{\"text\":\"A lease is a contr\",\"reason\":\"caught_up\"}");
    }

    @Test
    void areLeftToWhoeverComesBackForAnHour() {
        turn(Duration.ofMinutes(59), "");

        assertThat(house.count(TaskName.ORPHANED_TURNS)).isZero();
        assertThat(house.run(TaskName.ORPHANED_TURNS)).isEqualTo(new Outcome.Complete(TaskName.ORPHANED_TURNS, 0));
        assertThat(house.stored("SELECT status FROM turns")).containsExactly("STREAMING");
    }

    @Test
    void keepTheirLogUntilTheyAreEnded() {
        Turn turn = turn(Duration.ofDays(3), "");
        house.sql(
                "UPDATE turn_events SET created_at = ?",
                MaintenanceHouse.time(house.now().minus(Duration.ofDays(3))));

        house.run(TaskName.TURN_LOGS);
        assertThat(log(turn)).hasSize(3);

        house.run(TaskName.ORPHANED_TURNS);
        house.sql(
                "UPDATE turn_events SET created_at = ?",
                MaintenanceHouse.time(house.now().minus(Duration.ofDays(2))));
        assertThat(house.run(TaskName.TURN_LOGS).done()).isEqualTo(1);
        assertThat(log(turn)).isEmpty();
    }

    @Test
    void areEndedByOneOfTwoThatComeAtOnce() throws Exception {
        turn(Duration.ofHours(2), "");

        try (MaintenanceHouse other = house.another();
                var threads = Executors.newFixedThreadPool(2)) {
            Callable<Outcome> here = () -> house.run(TaskName.ORPHANED_TURNS);
            Callable<Outcome> there = () -> other.run(TaskName.ORPHANED_TURNS);
            long done = 0;
            for (var outcome : threads.invokeAll(List.of(here, there))) {
                done += outcome.get().done();
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(house.number("SELECT COUNT(*) FROM turn_events")).isEqualTo(1);
        assertThat(house.stored("SELECT turns FROM usage_daily")).containsExactly("1");
    }
}
