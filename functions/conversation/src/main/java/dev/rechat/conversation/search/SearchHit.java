package dev.rechat.conversation.search;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.search.Excerpt;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A message that matches, and the part of it where it does. */
@Serdeable(naming = SnakeCaseStrategy.class)
record SearchHit(MessageId messageId, String role, Instant createdAt, List<Segment> snippet) {

    static SearchHit of(Excerpt excerpt, List<Segment> snippet) {
        return new SearchHit(
                excerpt.id(), excerpt.role().name().toLowerCase(Locale.ROOT), excerpt.createdAt(), snippet);
    }
}
