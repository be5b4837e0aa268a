package dev.rechat.conversation.history;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.web.paging.Cursor;
import java.time.Instant;

/** A place in the list of conversations, latest activity first. */
record ConversationPosition(Instant updatedAt, ConversationId id) {

    /** The last moment a DATETIME can hold; a cursor is input like any other. */
    private static final long LAST_MILLI =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    /** @throws dev.rechat.kernel.error.ValidationException when the cursor is of another list */
    static ConversationPosition of(Cursor cursor) {
        if (cursor.parts().size() != 2) {
            throw Cursor.invalid();
        }
        try {
            long milli = Long.parseLong(cursor.parts().getFirst());
            if (milli < 0 || milli > LAST_MILLI) {
                throw Cursor.invalid();
            }
            return new ConversationPosition(
                    Instant.ofEpochMilli(milli),
                    ConversationId.of(cursor.parts().getLast()));
        } catch (IllegalArgumentException otherList) {
            throw Cursor.invalid();
        }
    }

    static Cursor cursor(Conversation conversation) {
        return Cursor.of(
                Long.toString(conversation.updatedAt().toEpochMilli()),
                conversation.id().toString());
    }
}
