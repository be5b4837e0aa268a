package dev.rechat.accounts.audit;

import dev.rechat.accounts.AccountsServer;
import dev.rechat.accounts.SettableClock;
import dev.rechat.kernel.id.IdTime;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.AuditRepository;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An audit log on a schema of its own, with events whose ids are of the time that the test has set. */
final class Log implements AutoCloseable {

    static final UserId ACTOR = UserId.of("01890a5d-ac96-774b-bcce-b302099a8057");

    final SettableClock clock = new SettableClock();
    final AccountsServer server = AccountsServer.start(clock);
    private int made;

    /** Writes events of now. */
    List<String> add(int count) {
        return IntStream.range(0, count).mapToObj(_ -> add(clock.instant())).toList();
    }

    /** Writes an event whose id was made then. */
    String add(Instant begun) {
        made++;
        String id = IdTime.floor(begun).substring(0, 14) + "7000-8000-" + String.format("%012x", made);
        server.bean(AuditRepository.class)
                .save(new AuditEvent(
                        id,
                        begun,
                        made % 2 == 0 ? ACTOR : null,
                        "session_begun",
                        "user",
                        "target-" + made,
                        "192.0.2.1",
                        "Browser 猫",
                        "request-" + made,
                        "{\"number\":\"" + made + "\"}"));
        return id;
    }

    long seal() {
        return server.bean(AuditSealing.class).round(10_000);
    }

    AuditReport verify() {
        return verify(null);
    }

    AuditReport verify(@Nullable AuditHead expected) {
        return server.bean(AuditVerification.class).whole(expected, _ -> {});
    }

    AuditHead head() {
        AuditHead head = verify().head();
        if (head == null) {
            throw new AssertionError("nothing is sealed");
        }
        return head;
    }

    String count(String table) {
        return server.stored("SELECT COUNT(*) FROM " + table);
    }

    @Override
    public void close() {
        server.close();
    }
}
