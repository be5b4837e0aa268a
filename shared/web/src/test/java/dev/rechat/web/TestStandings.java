package dev.rechat.web;

import dev.rechat.kernel.account.KeyStanding;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.account.Standings;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Standings that a test sets, and a count of who asked for them. */
@Singleton
public final class TestStandings implements Standings {

    private final Map<SessionId, Standing> sessions = new ConcurrentHashMap<>();
    private final Map<UserId, Standing> accounts = new ConcurrentHashMap<>();
    private final Map<String, KeyStanding> keys = new ConcurrentHashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private volatile Supplier<RuntimeException> failure = () -> new IllegalStateException("no failure was set");
    private volatile boolean down;
    private volatile String lookedUpBy = "";

    public void put(SessionId session, Standing standing) {
        sessions.put(session, standing);
    }

    public void put(String identifier, KeyStanding key) {
        keys.put(identifier, key);
    }

    /** Of an account without a session. */
    public void put(Standing account) {
        accounts.put(account.user(), account);
    }

    public void end(SessionId session) {
        sessions.remove(session);
    }

    /** From now on every lookup fails so. */
    public void failWith(Supplier<RuntimeException> reason) {
        failure = reason;
        down = true;
    }

    public int lookups() {
        return lookups.get();
    }

    /** The thread of the last lookup, and the request it was for. */
    public String lookedUpBy() {
        return lookedUpBy;
    }

    @Override
    public Optional<Standing> ofSession(SessionId session, UserId user) {
        count();
        return Optional.ofNullable(sessions.get(session))
                .filter(standing -> standing.user().equals(user));
    }

    @Override
    public Optional<KeyStanding> ofKey(String identifier) {
        count();
        return Optional.ofNullable(keys.get(identifier));
    }

    @Override
    public Optional<Standing> ofAccount(UserId user) {
        count();
        return Optional.ofNullable(accounts.get(user));
    }

    private void count() {
        lookups.incrementAndGet();
        lookedUpBy = Thread.currentThread() + " for " + MDC.get("request_id");
        if (down) {
            throw failure.get();
        }
    }
}
