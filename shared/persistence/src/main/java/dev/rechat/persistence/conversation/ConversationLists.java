package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.UserId;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists of a person's conversations: pinned ones first, then those with the latest activity. A page costs what it shows, however
 * long the list is and whatever other people have; with a tag, what it passes of the place's index besides.
 */
@Singleton
public class ConversationLists {

    private final JdbcOperations jdbc;

    ConversationLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * At most so many conversations after a position.
     *
     * @param after null to begin at the beginning
     * @param now of what lies in the trash, that which is due by then is left out
     */
    @Connectable
    public List<Conversation> page(
            UserId owner, ConversationFilter filter, @Nullable ListPosition after, Instant now, int limit) {
        List<Conversation> found = new ArrayList<>();
        if (after == null || after.pinned()) {
            found.addAll(read(new ListStatement(owner, filter, true, after, now, limit)));
        }
        if (found.size() < limit) {
            ListPosition start = after == null || after.pinned() ? null : after;
            found.addAll(read(new ListStatement(owner, filter, false, start, now, limit - found.size())));
        }
        return List.copyOf(found);
    }

    private List<Conversation> read(ListStatement list) {
        return jdbc.prepareStatement(list.sql(), statement -> {
            try (statement) {
                list.fill(statement);
                try (var rows = statement.executeQuery()) {
                    return jdbc.entityStream(rows, Conversation.class).toList();
                }
            }
        });
    }
}
