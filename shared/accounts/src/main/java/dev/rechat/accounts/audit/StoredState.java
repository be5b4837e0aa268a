package dev.rechat.accounts.audit;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** A {@link ChainState} as it is stored, with its mark. */
@Serdeable(naming = SnakeCaseStrategy.class)
record StoredState(
        long anchorPosition, String anchorHash, long headPosition, String headHash, String keyId, String mac) {

    ChainState state() {
        return new ChainState(new AuditHead(anchorPosition, anchorHash), new AuditHead(headPosition, headHash));
    }
}
