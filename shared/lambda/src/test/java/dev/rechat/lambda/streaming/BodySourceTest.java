package dev.rechat.lambda.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;

class BodySourceTest {

    private static final Duration NOW = Duration.ZERO;

    private final List<String> calls = new ArrayList<>();
    private final Subscription upstream = new Subscription() {
        @Override
        public void request(long count) {
            calls.add("request " + count);
        }

        @Override
        public void cancel() {
            calls.add("cancel");
        }
    };

    @Test
    void asksForOnePieceAtATime() {
        try (BodySource source = new BodySource()) {
            source.onSubscribe(upstream);
            assertThat(calls).isEmpty();

            source.onNext(new byte[] {1});
            assertThat(source.next(NOW)).isInstanceOf(Signal.Item.class);
            source.onNext(new byte[] {2});
            assertThat(source.next(NOW)).isInstanceOf(Signal.Item.class);

            assertThat(calls).containsExactly("request 1", "request 1");
        }
    }

    @Test
    void asksWhenTheProducerComesLate() {
        try (BodySource source = new BodySource()) {
            assertThat(source.next(NOW)).isInstanceOf(Signal.TimeIsUp.class);

            source.onSubscribe(upstream);

            assertThat(calls).containsExactly("request 1");
        }
    }

    @Test
    void cancelsAProducerThatComesAfterTheEnd() {
        BodySource source = new BodySource();
        source.close();

        source.onSubscribe(upstream);

        assertThat(calls).containsExactly("cancel");
    }

    @Test
    void passesPiecesOnBeforeTheFailureThatFollowsThem() {
        IllegalStateException failure = new IllegalStateException("made up");
        try (BodySource source = new BodySource()) {
            source.onSubscribe(upstream);
            source.onNext(new byte[] {1});
            source.onError(failure);

            assertThat(source.next(NOW)).isInstanceOf(Signal.Item.class);
            assertThat(source.next(NOW)).isEqualTo(new Signal.Failed(failure));
        }
    }

    @Test
    void isCompleteWithoutBody() {
        try (BodySource source = BodySource.of(null)) {
            assertThat(source.next(NOW)).isEqualTo(new Signal.Complete());
        }
    }

    @Test
    void endsWhenToldToStop() {
        try (BodySource source = new BodySource()) {
            source.onSubscribe(upstream);
            source.stop();

            assertThat(source.next(Duration.ofMinutes(1))).isInstanceOf(Signal.TimeIsUp.class);
        }
        assertThat(calls).contains("cancel");
    }
}
