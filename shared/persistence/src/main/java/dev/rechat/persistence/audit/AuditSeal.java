package dev.rechat.persistence.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * The seal of one event, at its place in the chain.
 *
 * @param position from 1 on, without gaps
 * @param keyId of the key that the hash was made with
 * @param hash hexadecimal; it covers everything else here, the event and the hash before
 */
@MappedEntity("audit_chain")
public record AuditSeal(@Id long position, String eventId, String keyId, String hash, Instant sealedAt) {}
