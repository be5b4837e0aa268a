package dev.rechat.chat.title;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search for one conversation's title, beside its first answer. Belongs to the thread that makes the answer; the
 * asking itself is done on another.
 */
public final class Naming {

    /** A conversation that has its title. */
    public static final Naming NONE = new Naming("", null, Duration.ZERO);

    private static final Logger LOG = LoggerFactory.getLogger(Naming.class);

    private final String first;
    private final @Nullable Function<String, String> ask;
    private final Duration patience;
    private @Nullable CompletableFuture<String> answer;

    /**
     * @param first the title it has for the time being
     * @param ask from a conversation at Dify to its title; null for not to ask
     * @param patience how long an ended answer waits for it
     */
    Naming(String first, @Nullable Function<String, String> ask, Duration patience) {
        this.first = first;
        this.ask = ask;
        this.patience = patience;
    }

    /** The title the conversation was made with. */
    public String first() {
        return first;
    }

    /** Asks as soon as the conversation has a name at Dify; once. */
    public void begin(@Nullable String difyConversation) {
        if (ask == null || answer != null || difyConversation == null) {
            return;
        }
        CompletableFuture<String> asked = new CompletableFuture<>();
        answer = asked;
        Function<String, String> question = ask;
        Thread.ofVirtual().name("naming").start(() -> {
            try {
                asked.complete(question.apply(difyConversation));
            } catch (RuntimeException unnamed) { // a title is not worth an answer
                asked.completeExceptionally(unnamed);
            }
        });
    }

    /** A better title; empty when there is none in time. */
    public Optional<String> result() {
        if (answer == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .map(ConversationTitle::of)
                    .filter(title -> !title.isEmpty() && !title.equals(first));
        } catch (TimeoutException | ExecutionException unnamed) {
            LOG.info("the conversation keeps its first title: {}", unnamed.toString());
            return Optional.empty();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
