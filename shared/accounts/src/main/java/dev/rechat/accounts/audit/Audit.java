package dev.rechat.accounts.audit;

import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.AuditRepository;
import dev.rechat.web.request.RequestOrigin;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the audit log. Inside the caller's transaction when there is one, so that an act and its record stand or fall
 * together. Where a request came from is taken from the request that the thread works for.
 */
@Singleton
public final class Audit {

    /** What an act on an account is done to. */
    public static final String USER = "user";

    /** What an act on a setting of the house is done to. */
    public static final String SETTING = "setting";

    public static final String APP = "app";

    public static final String GROUP = "group";

    public static final String BUDGET = "budget";

    /** What an act on the audit log itself is done to. */
    public static final String LOG = "audit";

    /** What an act on somebody's message is done to. */
    public static final String MESSAGE = "message";

    /** What an act on people's opinions of answers is done to. */
    public static final String FEEDBACK = "feedback";

    /** What an act on the figures of usage is done to. */
    public static final String USAGE = "usage";

    /** What an act on the record of a run is done to. */
    public static final String RUN = "run";

    /** The detail that tells how many sessions an act has ended. */
    public static final String SESSIONS_ENDED = "sessions_ended";

    private static final Argument<Map<String, String>> DETAILS = Argument.mapOf(String.class, String.class);

    private final AuditRepository events;
    private final ObjectMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    Audit(AuditRepository events, ObjectMapper json, IdGenerator ids, Clock clock) {
        this.events = events;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** An act of somebody on their own account. */
    public void own(AuditAction action, UserId user, Map<String, String> details) {
        record(action, user, USER, user.toString(), details);
    }

    /**
     * Any act.
     *
     * @param actor null for somebody who is not signed in
     * @param details never a token, password or hash
     */
    public void record(
            AuditAction action,
            @Nullable UserId actor,
            String targetType,
            String targetId,
            Map<String, String> details) {
        RequestOrigin origin = RequestOrigin.current();
        events.save(new AuditEvent(
                ids.next().toString(),
                clock.instant(),
                actor,
                action.code(),
                targetType,
                targetId,
                origin.address(),
                origin.userAgent(),
                origin.requestId(),
                written(details)));
    }

    private String written(Map<String, String> details) {
        try {
            return json.writeValueAsString(DETAILS, details);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
