package dev.rechat.admin.audit;

import dev.rechat.accounts.audit.AuditHead;
import dev.rechat.accounts.audit.AuditProgress;
import dev.rechat.web.paging.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a verification has come, for the next request. Whoever changes it deceives nobody but themselves. */
final class VerificationCursor {

    private static final int PARTS = 6;

    private VerificationCursor() {}

    static Cursor of(AuditProgress progress) {
        return Cursor.of(
                progress.inLog() ? "log" : "chain",
                Long.toString(progress.position()),
                progress.eventId(),
                Long.toString(progress.checked()),
                Long.toString(progress.late()),
                Long.toString(progress.unsealed()));
    }

    /** @throws dev.rechat.kernel.error.ValidationException when it is not one of ours */
    static AuditProgress read(Cursor cursor, @Nullable AuditHead expected) {
        List<String> parts = cursor.parts();
        if (parts.size() != PARTS) {
            throw Cursor.invalid();
        }
        try {
            return new AuditProgress(
                    parts.get(0).equals("log"),
                    Long.parseLong(parts.get(1)),
                    parts.get(2),
                    Long.parseLong(parts.get(3)),
                    Long.parseLong(parts.get(4)),
                    Long.parseLong(parts.get(5)),
                    expected);
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }
}
