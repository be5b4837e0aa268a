package dev.rechat.chat.feedback;

import dev.rechat.chat.answer.Answer;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMessages;
import dev.rechat.dify.DifyRating;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.feedback.Feedback;
import dev.rechat.persistence.feedback.FeedbackRepository;
import dev.rechat.persistence.feedback.Rating;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ours is the truth; Dify is told, and when it cannot be, that is noted. */
@Singleton
final class Feedbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Feedbacks.class);

    private final FeedbackRepository feedbacks;
    private final DifyTargets targets;
    private final DifyMessages dify;
    private final Clock clock;

    Feedbacks(FeedbackRepository feedbacks, DifyTargets targets, DifyMessages dify, Clock clock) {
        this.feedbacks = feedbacks;
        this.targets = targets;
        this.dify = dify;
        this.clock = clock;
    }

    Feedback put(UserId user, Answer answer, Rating rating, @Nullable String reason) {
        Message message = answer.message();
        // As the database keeps it, to be found again by it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        feedbacks.put(message.id(), user, message.conversationId(), answer.app().id(), rating, reason, now);
        if (forward(user, answer, rating, reason)) {
            feedbacks.markForwarded(message.id(), user, now);
        }
        return feedbacks.findOwned(message.id(), user).orElseGet(() -> gone(user, answer, rating, reason, now));
    }

    /** What was stored, when the person has taken it back in the meantime. */
    private static Feedback gone(UserId user, Answer answer, Rating rating, @Nullable String reason, Instant now) {
        Message message = answer.message();
        return new Feedback(
                message.id(), user, message.conversationId(), answer.app().id(), rating, reason, false, now, now);
    }

    void remove(UserId user, Answer answer) {
        MessageId id = answer.message().id();
        boolean atDify = feedbacks.findOwned(id, user).map(Feedback::forwarded).orElse(false);
        feedbacks.deleteOwned(id, user);
        if (atDify) {
            forward(user, answer, null, null);
        }
    }

    private boolean forward(UserId user, Answer answer, @Nullable Rating rating, @Nullable String reason) {
        String message = answer.difyMessageId();
        if (message == null) {
            return false;
        }
        try {
            dify.rate(targets.of(answer.app()), user.toString(), message, atDify(rating), reason);
            return true;
        } catch (DifyException failure) {
            LOG.warn("feedback is kept but was not forwarded: {}", failure.getMessage());
            return false;
        }
    }

    private static @Nullable DifyRating atDify(@Nullable Rating rating) {
        return switch (rating) {
            case null -> null;
            case LIKE -> DifyRating.LIKE;
            case DISLIKE -> DifyRating.DISLIKE;
        };
    }
}
