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
import java.util.Optional;

/** Some seals in one transaction, in which nobody else is at work on the chain. */
@Singleton
class SealingBatch {

    private final ChainStates states;
    private final AuditChainRepository chain;
    private final AuditRepository events;
    private final LookBack lookBack;
    private final SealHash hash;
    private final Clock clock;

    SealingBatch(
            ChainStates states,
            AuditChainRepository chain,
            AuditRepository events,
            LookBack lookBack,
            SealHash hash,
            Clock clock) {
        this.states = states;
        this.chain = chain;
        this.events = events;
        this.lookBack = lookBack;
        this.hash = hash;
        this.clock = clock;
    }

    @Transactional
    int seal(int limit) {
        states.hold();
        List<AuditEvent> waiting = events.listUnsealedAfter(lookBack.floor(), limit);
        if (waiting.isEmpty()) {
            return 0;
        }
        Optional<ChainState> state = states.read();
        AuditHead stored = chain.findHead()
                .map(seal -> new AuditHead(seal.position(), seal.hash()))
                .orElse(AuditHead.BEGINNING);
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
        return seals.size();
    }

    @Transactional
    long waiting(int limit) {
        return events.listUnsealedAfter(lookBack.floor(), limit).size();
    }
}
