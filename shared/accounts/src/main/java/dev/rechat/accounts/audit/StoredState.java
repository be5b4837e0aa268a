package dev.rechat.accounts.audit;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link ChainState} as it is stored, with its mark. Whatever is missing, somebody else has taken away. */
@Serdeable(naming = SnakeCaseStrategy.class)
record StoredState(
        @Nullable String anchor,
        @Nullable String head,
        @Nullable String keyId,
        @Nullable String mac) {

    static StoredState of(ChainState state, String keyId, String mac) {
        return new StoredState(state.anchor().toString(), state.head().toString(), keyId, mac);
    }

    /** Empty for what was not written by us. */
    Optional<ChainState> state() {
        return place(anchor).flatMap(first -> place(head).map(last -> new ChainState(first, last)));
    }

    private static Optional<AuditHead> place(@Nullable String text) {
        return AuditHead.BEGINNING.toString().equals(text)
                ? Optional.of(AuditHead.BEGINNING)
                : Optional.ofNullable(text).flatMap(AuditHead::parse);
    }
}
