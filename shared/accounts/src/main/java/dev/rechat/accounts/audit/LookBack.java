package dev.rechat.accounts.audit;

import dev.rechat.kernel.id.IdTime;
import dev.rechat.persistence.audit.AuditChainRepository;
import dev.rechat.persistence.audit.AuditSeal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * From which id on events may still wait for their seal. An event's id is made before its act is committed, so some come late; no
 * transaction of ours lasts as long as this. What is older and not sealed was written afterwards.
 */
@Singleton
final class LookBack {

    static final Duration LATEST = Duration.ofHours(1);

    private final AuditChainRepository chain;

    LookBack(AuditChainRepository chain) {
        this.chain = chain;
    }

    /** Nothing as long as nothing is sealed; whether that may be so, the {@link ChainStates} tell. */
    String floor() {
        return chain.findHead().map(this::floor).orElse("");
    }

    /** Not after the last sealing, either: the newest id may be of a clock that goes ahead. */
    private String floor(AuditSeal head) {
        Instant newest = chain.findNewestEvent().flatMap(IdTime::of).orElse(head.sealedAt());
        Instant known = newest.isBefore(head.sealedAt()) ? newest : head.sealedAt();
        return IdTime.floor(known.minus(LATEST));
    }
}
