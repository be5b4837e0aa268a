package dev.rechat.web;

import dev.rechat.kernel.account.KeyUses;
import dev.rechat.kernel.id.ApiKeyId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the uses of keys, or fails as a test says. */
@Singleton
public final class TestKeyUses implements KeyUses {

    private final List<Instant> written = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    @Override
    public void used(ApiKeyId key, Instant at) {
        if (down) {
            throw new IllegalStateException("the database is away");
        }
        written.add(at);
    }

    public void fail() {
        down = true;
    }

    public List<Instant> written() {
        return List.copyOf(written);
    }
}
