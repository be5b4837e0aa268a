package dev.rechat.chat.http;

import dev.rechat.chat.feed.FeedSubscription;
import dev.rechat.chat.feed.Readership;
import dev.rechat.chat.tick.Ticker;
import dev.rechat.web.user.Bearer;
import dev.rechat.web.user.CurrentRights;
import dev.rechat.web.user.Rights;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts running streams off whose bearers have lost the right to them. Looks at intervals, beside the path of the events, one
 * bearer after the other: most are remembered, and what has to be asked takes one connection at most. While the database is
 * away all go on.
 */
@Singleton
public final class ReadingRights {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRights.class);

    private record Reader(FeedSubscription stream, Bearer bearer, Set<String> needed) {}

    private final CurrentRights rights;
    private final Ticker<Reader> ticker;

    ReadingRights(
            CurrentRights rights,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            @Value("${rechat.access.stream-interval:10s}") Duration interval) {
        this.rights = rights;
        this.ticker = new Ticker<>(scheduler, interval, this::look);
    }

    /**
     * For the stream that answers this request.
     *
     * @param needed the permissions of which its bearer must have one
     */
    public Readership of(HttpRequest<?> request, String... needed) {
        Bearer bearer = Bearer.of(request);
        Set<String> permissions = Set.of(needed);
        return new Readership() {
            @Override
            public void begin(FeedSubscription reader) {
                ticker.add(new Reader(reader, bearer, permissions));
            }

            @Override
            public void end(FeedSubscription reader) {
                ticker.remove(new Reader(reader, bearer, permissions));
            }
        };
    }

    private void look(List<Reader> readers) {
        try {
            for (Reader reader : readers) {
                if (!mayGoOn(reader, rights.of(reader.bearer()).join())) {
                    LOG.info("a stream was cut off: its bearer has lost the right to it");
                    reader.stream().cut();
                }
            }
        } catch (CompletionException unknown) {
            LOG.warn("the rights to running streams cannot be looked up: {}", String.valueOf(unknown.getMessage()));
        }
    }

    private static boolean mayGoOn(Reader reader, Optional<Rights> now) {
        return now.isPresent()
                && !Collections.disjoint(reader.needed(), now.get().permissions());
    }

    @PreDestroy
    void stop() {
        ticker.close();
    }
}
