package dev.rechat.conversation.history;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ListPosition;
import dev.rechat.web.paging.Cursor;
import java.time.Instant;

/** Places in a list of conversations as cursors. */
final class ConversationPosition {

    /** The last moment a DATETIME can hold; a cursor is input like any other. */
    private static final long LAST_MILLI =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private static final String PINNED = "pinned";
    private static final String OTHERS = "others";

    private ConversationPosition() {}

    /** @throws dev.rechat.kernel.error.ValidationException when the cursor is of another list */
    static ListPosition of(Cursor cursor) {
        if (cursor.parts().size() != 3) {
            throw Cursor.invalid();
        }
        try {
            long milli = Long.parseLong(cursor.parts().get(1));
            if (milli < 0 || milli > LAST_MILLI) {
                throw Cursor.invalid();
            }
            return new ListPosition(
                    pinned(cursor.parts().getFirst()),
                    Instant.ofEpochMilli(milli),
                    ConversationId.of(cursor.parts().getLast()));
        } catch (IllegalArgumentException otherList) {
            throw Cursor.invalid();
        }
    }

    private static boolean pinned(String half) {
        return switch (half) {
            case PINNED -> true;
            case OTHERS -> false;
            default -> throw Cursor.invalid();
        };
    }

    static Cursor cursor(Conversation conversation) {
        return Cursor.of(
                conversation.pinned() ? PINNED : OTHERS,
                Long.toString(conversation.updatedAt().toEpochMilli()),
                conversation.id().toString());
    }
}
