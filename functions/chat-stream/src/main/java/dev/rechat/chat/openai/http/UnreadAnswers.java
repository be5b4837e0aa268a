package dev.rechat.chat.openai.http;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;

/**
 * Notices programs that go before their answer begins: the server then drops the answer without asking for any of it, so that
 * nobody is told that it is not wanted.
 */
@Singleton
final class UnreadAnswers {

    /** An answer that is wanted is asked for at once; this is for a machine that has much to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TaskScheduler scheduler;

    UnreadAnswers(@Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** @param unread is done when nobody asks for the answer, and must not block */
    Flux<byte[]> watched(Flux<byte[]> answer, Runnable unread) {
        AtomicBoolean read = new AtomicBoolean();
        scheduler.schedule(PATIENCE, () -> {
            if (!read.get()) {
                unread.run();
            }
        });
        return answer.doOnSubscribe(reader -> read.set(true));
    }
}
