package dev.rechat.accounts.audit;

import dev.rechat.accounts.audit.AuditBreak.Kind;
import dev.rechat.kernel.id.IdTime;
import dev.rechat.persistence.audit.AuditChainRepository;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.AuditRepository;
import dev.rechat.persistence.audit.AuditSeal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares seals with what was sealed. Within the caller's transaction. */
@Singleton
final class SealedEvents {

    /** Sealing follows within a minute where it runs as it should. */
    private static final Duration ON_TIME = Duration.ofMinutes(10);

    private final AuditChainRepository chain;
    private final AuditRepository events;
    private final SealHash hash;

    SealedEvents(AuditChainRepository chain, AuditRepository events, SealHash hash) {
        this.chain = chain;
        this.events = events;
        this.hash = hash;
    }

    Page of(List<AuditSeal> seals) {
        if (seals.isEmpty()) {
            return new Page(Map.of());
        }
        return new Page(new HashMap<>(
                events.listOf(seals.stream().map(AuditSeal::eventId).toList()).stream()
                        .collect(Collectors.toMap(AuditEvent::id, Function.identity()))));
    }

    /** Some seals' events. */
    final class Page {

        private final Map<String, AuditEvent> found;

        private Page(Map<String, AuditEvent> found) {
            this.found = found;
        }

        @Nullable
        AuditEvent event(AuditSeal seal) {
            return found.get(seal.eventId());
        }

        /** Whether it was sealed long after it happened, by the id or by its own word. Of a seal that is right. */
        boolean late(AuditSeal seal) {
            AuditEvent event = event(seal);
            Instant onTime = seal.sealedAt().minus(ON_TIME);
            return event != null
                    && (event.at().isBefore(onTime)
                            || IdTime.of(event.id()).filter(onTime::isAfter).isPresent());
        }

        /** Null when the seal is the next one and right. */
        @Nullable
        AuditBreak verify(AuditHead before, AuditSeal seal) {
            if (seal.position() != before.position() + 1) {
                return new AuditBreak(Kind.ORDER, before.position() + 1, null);
            }
            if (!hash.knowsKeyOf(seal)) {
                return broken(Kind.UNKNOWN_KEY, seal);
            }
            AuditEvent event = event(seal);
            if (event == null) {
                return broken(Kind.MISSING, seal);
            }
            if (hash.fits(before.hash(), seal, event)) {
                return null;
            }
            return broken(nextFits(seal) ? Kind.CHANGED : Kind.ORDER, seal);
        }

        /** A seal that the next one follows is the one that was made: then it is the event that was changed. */
        private boolean nextFits(AuditSeal seal) {
            List<AuditSeal> next = chain.listAfter(seal.position(), 1);
            if (next.isEmpty()) {
                return true;
            }
            AuditSeal follower = next.getFirst();
            AuditEvent event = of(next).event(follower);
            return event == null || !hash.knowsKeyOf(follower) || hash.fits(seal.hash(), follower, event);
        }

        private static AuditBreak broken(Kind kind, AuditSeal seal) {
            return new AuditBreak(kind, seal.position(), seal.eventId());
        }
    }
}
