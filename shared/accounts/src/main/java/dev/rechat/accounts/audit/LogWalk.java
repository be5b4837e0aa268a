package dev.rechat.accounts.audit;

import dev.rechat.accounts.audit.AuditBreak.Kind;
import dev.rechat.persistence.audit.AuditChainRepository;
import dev.rechat.persistence.audit.AuditPlace;
import dev.rechat.persistence.audit.AuditRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for events that are not in the chain: those that wait for their seal, and those that were slipped in. */
@Singleton
class LogWalk {

    private final AuditRepository events;
    private final AuditChainRepository chain;
    private final ChainStates states;
    private final LookBack lookBack;

    LogWalk(AuditRepository events, AuditChainRepository chain, ChainStates states, LookBack lookBack) {
        this.events = events;
        this.chain = chain;
        this.states = states;
        this.lookBack = lookBack;
    }

    @Transactional
    AuditReport page(AuditProgress from, int limit) {
        String floor = lookBack.floor();
        List<AuditPlace> places = events.listPlacesAfter(from.eventId(), limit);
        List<AuditPlace> outside =
                places.stream().filter(place -> place.position() == null).toList();
        Optional<AuditPlace> inserted = outside.stream()
                .filter(place -> place.id().compareTo(floor) <= 0)
                .findFirst();
        String reached = places.isEmpty() ? from.eventId() : places.getLast().id();
        AuditProgress at = from.log(reached, outside.size());
        AuditBreak broken = inserted.map(place -> new AuditBreak(Kind.INSERTED, 0, place.id()))
                .orElse(null);
        return AuditReport.of(at, anchor(), head(), broken, places.size() < limit);
    }

    private @Nullable AuditHead anchor() {
        return states.read()
                .map(ChainState::anchor)
                .filter(anchor -> anchor.position() > 0)
                .orElse(null);
    }

    private @Nullable AuditHead head() {
        return chain.findHead()
                .map(seal -> new AuditHead(seal.position(), seal.hash()))
                .orElse(null);
    }
}
