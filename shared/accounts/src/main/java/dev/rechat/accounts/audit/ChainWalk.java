package dev.rechat.accounts.audit;

import dev.rechat.accounts.audit.AuditBreak.Kind;
import dev.rechat.persistence.audit.AuditChainRepository;
import dev.rechat.persistence.audit.AuditSeal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies seals in their order. A page is read in one transaction: all of it is of one moment. */
@Singleton
class ChainWalk {

    private final ChainStates states;
    private final AuditChainRepository chain;
    private final SealedEvents events;

    ChainWalk(ChainStates states, AuditChainRepository chain, SealedEvents events) {
        this.states = states;
        this.chain = chain;
        this.events = events;
    }

    @Transactional
    AuditReport page(AuditProgress from, int limit) {
        AuditHead newest = chain.findHead()
                .map(seal -> new AuditHead(seal.position(), seal.hash()))
                .orElse(null);
        Optional<ChainState> known = states.read();
        if (known.isEmpty()) {
            return report(from, ChainState.EMPTY, newest, new AuditBreak(Kind.STATE, 0, null));
        }
        ChainState state = known.get();
        AuditHead start = start(from, state);
        if (start == null) {
            return report(from, state, newest, new AuditBreak(Kind.ORDER, from.position(), null));
        }
        List<AuditSeal> seals = chain.listAfter(start.position(), limit);
        Stretch verified = verified(start, seals, from.expected());
        if (verified.broken() != null) {
            return report(from.chain(start.position(), verified), state, newest, verified.broken());
        }
        long reached = start.position() + seals.size();
        if (seals.size() == limit) {
            return report(from.chain(reached, verified), state, newest, null);
        }
        return report(from.chainDone(reached, verified), state, newest, end(reached, state, from.expected()));
    }

    /** Null when the seal up to which it was verified is gone. Retention may have gone further meanwhile. */
    private @Nullable AuditHead start(AuditProgress from, ChainState state) {
        if (from.position() <= state.anchor().position()) {
            return state.anchor();
        }
        return chain.find(from.position())
                .map(seal -> new AuditHead(seal.position(), seal.hash()))
                .orElse(null);
    }

    private Stretch verified(AuditHead start, List<AuditSeal> seals, @Nullable AuditHead expected) {
        AuditHead before = start;
        int right = 0;
        int late = 0;
        var page = events.of(seals);
        for (AuditSeal seal : seals) {
            AuditBreak broken = page.verify(before, seal);
            if (broken != null) {
                return new Stretch(right, late, broken);
            }
            before = new AuditHead(seal.position(), seal.hash());
            if (expected != null && expected.position() == before.position() && !expected.equals(before)) {
                return new Stretch(right, late, new AuditBreak(Kind.OTHER_HEAD, before.position(), seal.eventId()));
            }
            right++;
            late += page.late(seal) ? 1 : 0;
        }
        return new Stretch(right, late, null);
    }

    private static @Nullable AuditBreak end(long reached, ChainState state, @Nullable AuditHead expected) {
        boolean cutOff = reached < state.head().position() || (expected != null && reached < expected.position());
        if (cutOff) {
            return new AuditBreak(Kind.CUT_OFF, reached + 1, null);
        }
        boolean other = expected != null
                && expected.position() == state.anchor().position()
                && !expected.equals(state.anchor());
        return other ? new AuditBreak(Kind.OTHER_HEAD, reached, null) : null;
    }

    private static AuditReport report(
            AuditProgress at, ChainState state, @Nullable AuditHead newest, @Nullable AuditBreak broken) {
        AuditHead anchor = state.anchor().position() == 0 ? null : state.anchor();
        return AuditReport.of(at, anchor, newest, broken, false);
    }
}
