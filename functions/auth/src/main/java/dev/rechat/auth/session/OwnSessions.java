package dev.rechat.auth.session;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.Session;
import dev.rechat.persistence.account.SessionRepository;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a person sees of their sessions and does to them. */
@Singleton
class OwnSessions {

    private final SessionRepository sessions;
    private final SessionEnding ending;
    private final Audit audit;
    private final Clock clock;

    OwnSessions(SessionRepository sessions, SessionEnding ending, Audit audit, Clock clock) {
        this.sessions = sessions;
        this.ending = ending;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that can go on, latest activity first. */
    Page<SessionView> list(UserId user, SessionId current, PageRequest request) {
        Instant now = clock.instant();
        Instant seenAfter = now.minus(RefreshChain.LIFETIME);
        Instant begunAfter = now.minus(RefreshChain.LONGEST);
        List<Session> rows = request.start()
                .map(SessionPosition::of)
                .map(start -> sessions.listLiveAfter(
                        user, seenAfter, begunAfter, start.lastSeenAt(), start.id(), request.rows()))
                .orElseGet(() -> sessions.listLive(user, seenAfter, begunAfter, request.rows()));
        return request.page(rows, SessionPosition::cursor, session -> SessionView.of(session, current));
    }

    @Transactional
    void end(UserId user, SessionId session) {
        if (!ending.end(user, session)) {
            throw new NotFoundException("session");
        }
        audit.own(AuditAction.SESSION_ENDED, user, Map.of("session_id", session.toString()));
    }

    @Transactional
    void endAll(UserId user) {
        ended(user, "all", ending.endAll(user));
    }

    @Transactional
    void endOthers(UserId user, SessionId kept) {
        ended(user, "others", ending.endOthers(user, kept));
    }

    private void ended(UserId user, String which, long count) {
        audit.own(AuditAction.SESSIONS_ENDED, user, Map.of("which", which, Audit.SESSIONS_ENDED, Long.toString(count)));
    }
}
