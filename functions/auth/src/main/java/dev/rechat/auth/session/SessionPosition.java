package dev.rechat.auth.session;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.account.Session;
import dev.rechat.web.paging.Cursor;
import java.time.Instant;

/** A place in the list of sessions, latest activity first. */
record SessionPosition(Instant lastSeenAt, SessionId id) {

    /** The last moment a DATETIME can hold; a cursor is input like any other. */
    private static final long LAST_MILLI =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    /** @throws dev.rechat.kernel.error.ValidationException when the cursor is of another list */
    static SessionPosition of(Cursor cursor) {
        if (cursor.parts().size() != 2) {
            throw Cursor.invalid();
        }
        try {
            long milli = Long.parseLong(cursor.parts().getFirst());
            if (milli < 0 || milli > LAST_MILLI) {
                throw Cursor.invalid();
            }
            return new SessionPosition(
                    Instant.ofEpochMilli(milli), SessionId.of(cursor.parts().getLast()));
        } catch (IllegalArgumentException otherList) {
            throw Cursor.invalid();
        }
    }

    static Cursor cursor(Session session) {
        return Cursor.of(
                Long.toString(session.lastSeenAt().toEpochMilli()), session.id().toString());
    }
}
