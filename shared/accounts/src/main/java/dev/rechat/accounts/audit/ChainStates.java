package dev.rechat.accounts.audit;

import dev.rechat.kernel.id.IdTime;
import dev.rechat.persistence.audit.AuditChainRepository;
import dev.rechat.persistence.audit.AuditRepository;
import dev.rechat.persistence.secret.MacKeys;
import dev.rechat.persistence.setting.SystemSetting;
import dev.rechat.persistence.setting.SystemSettingRepository;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the {@link ChainState}, marked, so that nobody without the keys moves the beginning or the end. Its row is also what
 * sealers and retention hold, so that one follows the other.
 */
@Singleton
final class ChainStates {

    static final String KEY = "audit_chain";

    private static final String PURPOSE = "rechat audit state 1";

    /** Of a row that was only ever held. */
    private static final String NOTHING = "null";

    private final SystemSettingRepository settings;
    private final AuditChainRepository chain;
    private final AuditRepository events;
    private final MacKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    ChainStates(
            SystemSettingRepository settings,
            AuditChainRepository chain,
            AuditRepository events,
            MacKeys keys,
            ObjectMapper json,
            Clock clock) {
        this.settings = settings;
        this.chain = chain;
        this.events = events;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** Waits for whoever else is at work on the chain; until the end of the transaction it is the caller's. */
    void hold() {
        settings.hold(KEY, clock.instant());
    }

    /**
     * Empty when it was changed or taken away by somebody without the key. That nothing was ever sealed is believed of a house
     * only in its first hour: whoever takes chain and state away together would have all that is left sealed anew.
     */
    Optional<ChainState> read() {
        String stored = settings.listOf(List.of(KEY)).stream()
                .findFirst()
                .map(SystemSetting::settingValue)
                .orElse(NOTHING);
        if (stored.equals(NOTHING)) {
            return chain.findHead().isEmpty() && allIsNew() ? Optional.of(ChainState.EMPTY) : Optional.empty();
        }
        return parsed(stored).flatMap(this::trusted);
    }

    /** By their ids and by what they say themselves. */
    private boolean allIsNew() {
        Instant first = clock.instant().minus(LookBack.LATEST);
        return events.findOlder(IdTime.floor(first), first).isEmpty();
    }

    /** Never {@link ChainState#EMPTY}: a copy of that, put back, would begin the chain anew. */
    void write(ChainState state) {
        String keyId = keys.currentKeyId();
        var stored = StoredState.of(state, keyId, mac(keyId, state));
        try {
            settings.keep(KEY, json.writeValueAsString(stored), clock.instant());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Optional<StoredState> parsed(String text) {
        try {
            return Optional.ofNullable(json.readValue(text, StoredState.class));
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<ChainState> trusted(StoredState stored) {
        String keyId = stored.keyId();
        return keyId == null || !keys.knows(keyId)
                ? Optional.empty()
                : stored.state().filter(state -> mac(keyId, state).equals(stored.mac()));
    }

    private String mac(String keyId, ChainState state) {
        byte[] message = new Fields()
                .add(state.anchor().toString())
                .add(state.head().toString())
                .bytes();
        return keys.mac(keyId, PURPOSE, message);
    }
}
