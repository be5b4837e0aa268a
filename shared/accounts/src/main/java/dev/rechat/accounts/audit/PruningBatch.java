package dev.rechat.accounts.audit;

import dev.rechat.accounts.audit.AuditBreak.Kind;
import dev.rechat.persistence.audit.AuditChainRepository;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.AuditRepository;
import dev.rechat.persistence.audit.AuditSeal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes some of the oldest events away in one transaction, in which nobody else is at work on the chain. */
@Singleton
class PruningBatch {

    private final ChainStates states;
    private final AuditChainRepository chain;
    private final AuditRepository events;
    private final SealedEvents sealed;

    PruningBatch(ChainStates states, AuditChainRepository chain, AuditRepository events, SealedEvents sealed) {
        this.states = states;
        this.chain = chain;
        this.events = events;
        this.sealed = sealed;
    }

    /** What a transaction took. @param anchor up to where; null when it took nothing @param stopped what it would not take */
    record Taken(
            int events,
            @Nullable AuditHead anchor,
            @Nullable AuditBreak stopped) {}

    /** How many there are to take. */
    @Transactional
    long count(Instant before) {
        ChainState state = states.read().orElse(ChainState.EMPTY);
        long begin = state.anchor().position();
        long end = chain.findFirstSince(before, begin).orElse(state.head().position());
        return Math.max(0, Math.min(end, state.head().position()) - begin - 1);
    }

    @Transactional
    Taken prune(Instant before, int limit) {
        states.hold();
        Optional<ChainState> known = states.read();
        if (known.isEmpty()) {
            return new Taken(0, null, new AuditBreak(Kind.STATE, 0, null));
        }
        ChainState state = known.get();
        List<AuditSeal> seals = chain.listAfter(state.anchor().position(), limit);
        var page = sealed.of(seals);
        List<String> old = new ArrayList<>();
        AuditHead anchor = state.anchor();
        AuditBreak broken = null;
        for (AuditSeal seal : seals) {
            if (seal.position() >= state.head().position() || !isBefore(before, seal, page.event(seal))) {
                break;
            }
            broken = page.verify(anchor, seal);
            if (broken != null) {
                break;
            }
            anchor = new AuditHead(seal.position(), seal.hash());
            old.add(seal.eventId());
        }
        if (old.isEmpty()) {
            return new Taken(0, null, broken);
        }
        take(old, new ChainState(anchor, state.head()));
        return new Taken(old.size(), anchor, broken);
    }

    private void take(List<String> old, ChainState state) {
        events.deleteAll(old);
        chain.deleteUpTo(state.anchor().position());
        states.write(state);
    }

    /** It was sealed after it happened: what was sealed before that time happened before, whatever its own clock says. */
    private static boolean isBefore(Instant before, AuditSeal seal, @Nullable AuditEvent event) {
        return seal.sealedAt().isBefore(before) || (event != null && event.at().isBefore(before));
    }
}
