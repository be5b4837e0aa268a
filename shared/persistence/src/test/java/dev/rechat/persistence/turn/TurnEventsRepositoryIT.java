package dev.rechat.persistence.turn;

import static dev.rechat.persistence.Rows.NOON;
import static dev.rechat.persistence.Rows.PRODUCER;
import static dev.rechat.persistence.TestPersistence.bean;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import io.micronaut.data.exceptions.DataAccessException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnEventsRepositoryIT {

    private final TurnEventsRepository events = bean(TurnEventsRepository.class);
    private final UserId owner = Rows.savedUser();
    private final TurnRepository turns = bean(TurnRepository.class);
    private final Turn turn = turns.save(Rows.turn(Rows.savedConversation(owner)));

    private TurnEvents row(int first, int last) {
        byte[] frames = ("data: 😀 " + first + "\n\n").getBytes(UTF_8);
        return new TurnEvents(turn.id(), first, last, frames, false, NOON);
    }

    @Test
    void givesWhatComesAfterAnEventInOrder() {
        events.saveAll(List.of(row(5, 9), row(1, 4), row(10, 10)));

        assertThat(events.listAfter(turn.id(), owner, 0, 10))
                .extracting(TurnEvents::firstEvent)
                .containsExactly(1, 5, 10);
        assertThat(events.listAfter(turn.id(), owner, 4, 10))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(row(5, 9), row(10, 10));
        assertThat(events.listAfter(turn.id(), owner, 6, 1))
                .extracting(TurnEvents::lastEvent)
                .containsExactly(9);
        assertThat(events.lastEvent(turn.id(), owner)).isEqualTo(10);
    }

    @Test
    void givesAnotherOwnerNothing() {
        events.save(row(1, 4));

        assertThat(events.listAfter(turn.id(), Rows.savedUser(), 0, 10)).isEmpty();
        assertThat(events.lastEvent(turn.id(), Rows.savedUser())).isZero();
    }

    @Test
    void takesEachEventOnce() {
        events.save(row(1, 4));

        assertThatThrownBy(() -> events.saveAll(List.of(row(1, 2)))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void letsGoOfOneLogAndOfOldOnes() {
        events.saveAll(List.of(row(1, 4), row(5, 9)));
        assertThat(events.deleteLog(turn.id())).isEqualTo(2);

        events.save(row(1, 9));
        events.purge(NOON.plusMillis(1), 1000);
        assertThat(events.listAfter(turn.id(), owner, 0, 10))
                .as("of a turn that runs")
                .hasSize(1);

        turns.finish(turn.id(), PRODUCER, TurnStatus.COMPLETED, null, null, null, null, null, NOON);
        assertThat(events.purge(NOON, 1000)).isZero();
        events.purge(NOON.plusMillis(1), 1000);
        assertThat(events.listAfter(turn.id(), owner, 0, 10)).isEmpty();
    }
}
