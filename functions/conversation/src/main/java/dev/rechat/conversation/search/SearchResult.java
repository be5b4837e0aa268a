package dev.rechat.conversation.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.conversation.history.ConversationView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * A conversation with a match.
 *
 * @param title all of it, in pieces
 * @param hits the best of its messages; empty when only the title matches
 * @param hitCount how many messages match
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record SearchResult(ConversationView conversation, List<Segment> title, List<SearchHit> hits, int hitCount) {}
