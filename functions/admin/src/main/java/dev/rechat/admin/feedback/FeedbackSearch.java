package dev.rechat.admin.feedback;

import dev.rechat.admin.export.Asked;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.feedback.FeedbackFilter;
import dev.rechat.persistence.feedback.Rating;
import dev.rechat.web.request.QueryFlag;
import dev.rechat.web.request.QueryTime;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What narrows the list, as it was asked. */
@Introspected
record FeedbackSearch(
        @Nullable @QueryValue("app_id") AppId appId,
        @Nullable @QueryValue("user_id") UserId userId,
        @Nullable @QueryValue String rating,
        @Nullable @QueryValue("with_reason") String withReason,
        @Nullable @QueryValue String from,
        @Nullable @QueryValue String to) {

    /** @throws ValidationException for what no feedback can be */
    FeedbackFilter filter() {
        return new FeedbackFilter(
                appId,
                userId,
                parsedRating(),
                QueryFlag.of("with_reason", withReason),
                QueryTime.of("from", from),
                QueryTime.of("to", to));
    }

    /** To be written down. */
    Map<String, String> details() {
        return new Asked()
                .with("app_id", appId)
                .with("user_id", userId)
                .with("rating", rating)
                .with("with_reason", withReason)
                .with("from", from)
                .with("to", to)
                .asMap();
    }

    private @Nullable Rating parsedRating() {
        return switch (rating) {
            case null -> null;
            case "like" -> Rating.LIKE;
            case "dislike" -> Rating.DISLIKE;
            default -> throw new ValidationException("rating", "invalid", "must be like or dislike");
        };
    }
}
