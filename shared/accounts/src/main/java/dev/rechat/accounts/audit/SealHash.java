package dev.rechat.accounts.audit;

import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.AuditSeal;
import dev.rechat.persistence.secret.MacKeys;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What a seal says: an HMAC of the seal before, the place, and every column of the event. */
@Singleton
final class SealHash {

    private static final String PURPOSE = "rechat audit chain 1";

    private final MacKeys keys;

    SealHash(MacKeys keys) {
        this.keys = keys;
    }

    /** The next seal. @param now to the millisecond, as it is stored */
    AuditSeal seal(AuditHead before, long position, AuditEvent event, Instant now) {
        String keyId = keys.currentKeyId();
        var unsealed = new AuditSeal(position, event.id(), keyId, "", now);
        return new AuditSeal(position, event.id(), keyId, hash(before.hash(), unsealed, event), now);
    }

    boolean knowsKeyOf(AuditSeal seal) {
        return keys.knows(seal.keyId());
    }

    /** Whether the seal is that of this event after that hash; its key must be known. */
    boolean fits(String hashBefore, AuditSeal seal, AuditEvent event) {
        return hash(hashBefore, seal, event).equals(seal.hash());
    }

    private String hash(String before, AuditSeal seal, AuditEvent event) {
        byte[] message = new Fields()
                .add(before)
                .add(seal.position())
                .add(seal.eventId())
                .add(seal.keyId())
                .add(seal.sealedAt())
                .add(event.id())
                .add(event.at())
                .add(event.actorId() == null ? null : event.actorId().toString())
                .add(event.action())
                .add(event.targetType())
                .add(event.targetId())
                .add(event.address())
                .add(event.userAgent())
                .add(event.requestId())
                .add(event.details())
                .bytes();
        return keys.mac(seal.keyId(), PURPOSE, message);
    }
}
