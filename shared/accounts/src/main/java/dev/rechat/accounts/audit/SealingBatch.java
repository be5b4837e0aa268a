package dev.rechat.accounts.audit;

import dev.rechat.persistence.audit.AuditChainRepository;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.AuditRepository;
import dev.rechat.persistence.audit.AuditSeal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some seals in one transaction, in which nobody else is at work on the chain. */
@Singleton
class SealingBatch {

    private final ChainStates states;
    private final AuditChainRepository chain;
    private final AuditRepository events;
    private final LookBack lookBack;
    private final SealHash hash;
    private final Audit audit;
    private final Clock clock;

    SealingBatch(
            ChainStates states,
            AuditChainRepository chain,
            AuditRepository events,
            LookBack lookBack,
            SealHash hash,
            Audit audit,
            Clock clock) {
        this.states = states;
        this.chain = chain;
        this.events = events;
        this.lookBack = lookBack;
        this.hash = hash;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws SealingRefusedException where there is nothing to go on from */
    @Transactional
    SealedBatch seal(int limit) {
        states.hold();
        Optional<ChainState> state = states.read();
        Optional<AuditSeal> newest = chain.findHead();
        if (state.isEmpty() && newest.isEmpty()) {
            throw new SealingRefusedException();
        }
        return sealed(state, newest, limit);
    }

    /** The first seals, because somebody says so. Empty where there are seals already: then nothing is done. */
    @Transactional
    Optional<SealedBatch> begin(int limit) {
        states.hold();
        if (chain.findHead().isPresent()) {
            return Optional.empty();
        }
        audit.record(AuditAction.AUDIT_BEGUN, null, Audit.LOG, "", Map.of());
        return Optional.of(sealed(Optional.of(ChainState.EMPTY), Optional.empty(), limit));
    }

    private SealedBatch sealed(Optional<ChainState> state, Optional<AuditSeal> newest, int limit) {
        List<AuditEvent> waiting = events.listUnsealedAfter(lookBack.floor(), limit);
        if (waiting.isEmpty()) {
            return SealedBatch.NONE;
        }
        AuditHead stored =
                newest.map(seal -> new AuditHead(seal.position(), seal.hash())).orElse(AuditHead.BEGINNING);
        // What was noted counts: after a chain whose end was cut off this leaves the gap, for verification to find.
        AuditHead head = state.map(ChainState::head).orElse(stored);
        List<AuditSeal> seals = new ArrayList<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long position = Math.max(head.position(), stored.position());
        for (AuditEvent event : waiting) {
            AuditSeal seal = hash.seal(head, ++position, event, now);
            seals.add(seal);
            head = new AuditHead(position, seal.hash());
        }
        chain.saveAll(seals);
        // A state that somebody has changed stays as they left it: it is evidence, and sealing goes on.
        AuditHead reached = head;
        state.ifPresent(known -> states.write(new ChainState(known.anchor(), reached)));
        return new SealedBatch(seals.size(), reached);
    }

    @Transactional
    long waiting(int limit) {
        return events.listUnsealedAfter(lookBack.floor(), limit).size();
    }
}
