package dev.rechat.accounts.audit;

import dev.rechat.persistence.audit.AuditChainRepository;
import dev.rechat.persistence.secret.MacKeys;
import dev.rechat.persistence.setting.SystemSetting;
import dev.rechat.persistence.setting.SystemSettingRepository;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
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
    private final MacKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    ChainStates(
            SystemSettingRepository settings,
            AuditChainRepository chain,
            MacKeys keys,
            ObjectMapper json,
            Clock clock) {
        this.settings = settings;
        this.chain = chain;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** Waits for whoever else is at work on the chain; until the end of the transaction it is the caller's. */
    void hold() {
        settings.hold(KEY, clock.instant());
    }

    /** Empty when it was changed or taken away by somebody without the key. */
    Optional<ChainState> read() {
        String stored = settings.listOf(List.of(KEY)).stream()
                .findFirst()
                .map(SystemSetting::settingValue)
                .orElse(NOTHING);
        if (stored.equals(NOTHING)) {
            return chain.findHead().isEmpty() ? Optional.of(ChainState.EMPTY) : Optional.empty();
        }
        return parsed(stored).flatMap(this::trusted);
    }

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
