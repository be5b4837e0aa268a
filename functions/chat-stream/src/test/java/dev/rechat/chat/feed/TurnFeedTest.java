package dev.rechat.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.event.TurnEventEncoder;
import io.micronaut.json.JsonMapper;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnFeedTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private final TurnFeed feed = new TurnFeed(new TurnEventEncoder(JSON));

    private void append(int count) {
        IntStream.range(0, count).forEach(i -> feed.append(new TurnEvent.Delta("text " + i)));
    }

    private Reader read(int after, long first, long each) {
        Reader reader = new Reader(first, each);
        feed.after(after).subscribe(reader);
        return reader;
    }

    @Test
    void numbersEventsFromOne() {
        Reader reader = read(0, Long.MAX_VALUE, 0);

        append(3);
        feed.close();

        assertThat(reader.ids()).containsExactly("1", "2", "3");
        assertThat(reader.completed()).isTrue();
    }

    @Test
    void givesLateReadersWhatTheyHaveNotSeen() {
        append(5);
        feed.close();

        Reader reader = read(3, 1, 1);

        assertThat(reader.ids()).containsExactly("4", "5");
        assertThat(reader.completed()).isTrue();
    }

    @Test
    void completesAtOnceForReaderWhoHasEverything() {
        append(2);
        feed.close();

        assertThat(read(2, 0, 0).completed()).isTrue();
    }

    @Test
    void givesNoMorePiecesThanAskedFor() {
        Reader reader = read(0, 2, 0);

        append(5);
        assertThat(reader.ids()).containsExactly("1", "2");

        reader.request(1);
        assertThat(reader.pieces()).isEqualTo(3);
        assertThat(reader.ids()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void slowReaderHoldsUpNeitherProducerNorOtherReaders() {
        Reader stuck = read(0, 1, 0);
        Reader quick = read(0, Long.MAX_VALUE, 0);

        append(1000);
        feed.close();

        assertThat(stuck.ids()).hasSize(1);
        assertThat(quick.ids()).hasSize(1000);
        assertThat(quick.completed()).isTrue();
    }

    @Test
    void givesNothingAfterCancel() {
        Reader reader = read(0, Long.MAX_VALUE, 0);
        append(1);

        reader.cancel();
        append(1);
        feed.close();

        assertThat(reader.ids()).containsExactly("1");
        assertThat(reader.completed()).isFalse();
    }

    @Test
    void refusesDemandThatIsNotPositive() {
        Reader reader = read(0, 0, 0);

        reader.request(0);

        assertThat(reader.failure()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendsCommentToReaderWhoHadNothingForAnInterval() {
        Reader reader = read(0, Long.MAX_VALUE, 0);
        append(1);

        feed.keepAlive();
        assertThat(reader.asides()).isEmpty();

        feed.keepAlive();
        assertThat(reader.asides()).containsExactly(": keep-alive\n\n");
    }

    @Test
    void tellsPresentReadersWhatIsNoPartOfTheTurn() {
        Reader present = read(0, Long.MAX_VALUE, 0);
        append(1);

        feed.tell(new TurnEvent.Notice("handover", "goes on elsewhere"));
        feed.close();
        Reader later = read(0, Long.MAX_VALUE, 0);

        assertThat(present.asides())
                .singleElement()
                .asString()
                .startsWith("event: notice\ndata: {\"code\":\"handover\"");
        assertThat(present.completed()).isTrue();
        assertThat(later.asides()).isEmpty();
        assertThat(later.ids()).containsExactly("1");
    }

    @Test
    void givesWhatWaitsInFewPieces() {
        append(1000);
        feed.close();

        Reader reader = read(0, Long.MAX_VALUE, 0);

        assertThat(reader.ids()).hasSize(1000);
        assertThat(reader.pieces()).isLessThan(20);
    }

    @Test
    void refusesEventsAfterItsEnd() {
        feed.close();

        assertThatThrownBy(() -> append(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsOrderForManyReadersOnManyThreads() throws InterruptedException {
        int count = 20_000;
        List<Reader> readers = Stream.generate(() -> new Reader(1, 1)).limit(8).toList();
        var threads = readers.stream()
                .map(reader -> Thread.ofVirtual().start(() -> feed.after(0).subscribe(reader)))
                .toList();

        append(count);
        feed.close();

        List<String> expected =
                IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        for (Reader reader : readers) {
            reader.awaitEnd();
            assertThat(reader.ids()).isEqualTo(expected);
        }
    }

    @Test
    void tellsAtOnceThatThereIsSomethingToWaitFor() {
        feed.append(new TurnEvent.Delta("all so far"));
        Reader waiting = new Reader(10, 0);
        Reader behind = new Reader(10, 0);

        feed.after(1).subscribe(waiting);
        feed.after(0).subscribe(behind);

        assertThat(waiting.asides()).containsExactly(": keep-alive\n\n");
        assertThat(behind.asides()).isEmpty();
    }
}
