package dev.rechat.admin.audit;

import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.admin.export.Asked;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.audit.AuditFilter;
import dev.rechat.web.request.QueryTime;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What narrows the log, as it was asked. */
@Introspected
record AuditSearch(
        @Nullable @QueryValue("actor_id") UserId actorId,
        @Nullable @QueryValue String action,
        @Nullable @QueryValue("target_type") String targetType,
        @Nullable @QueryValue("target_id") String targetId,
        @Nullable @QueryValue String from,
        @Nullable @QueryValue String to) {

    private static final int LONGEST_TYPE = 32;
    private static final int LONGEST_ID = 100;

    /** @throws ValidationException for what no event can be */
    AuditFilter filter() {
        if (action != null
                && Arrays.stream(AuditAction.values())
                        .noneMatch(known -> known.code().equals(action))) {
            throw new ValidationException("action", "invalid", "is not an action of the audit log");
        }
        if (targetId != null && targetType == null) {
            throw new ValidationException("target_type", "required", "belongs to target_id");
        }
        return new AuditFilter(
                actorId,
                action,
                bounded("target_type", targetType, LONGEST_TYPE),
                bounded("target_id", targetId, LONGEST_ID),
                QueryTime.of("from", from),
                QueryTime.of("to", to));
    }

    /** To be written down. Only what a filter has passed: then there is nothing long in it. */
    Map<String, String> details() {
        return new Asked()
                .with("actor_id", actorId)
                .with("action", action)
                .with("target_type", targetType)
                .with("target_id", targetId)
                .with("from", from)
                .with("to", to)
                .asMap();
    }

    private static @Nullable String bounded(String parameter, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            throw new ValidationException(parameter, "too_long", "has more than " + longest + " characters");
        }
        return value;
    }
}
