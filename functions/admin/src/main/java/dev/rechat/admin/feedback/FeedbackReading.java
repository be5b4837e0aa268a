package dev.rechat.admin.feedback;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.feedback.FeedbackLists;
import dev.rechat.persistence.feedback.FeedbackReviewRepository;
import dev.rechat.persistence.feedback.JudgedTexts;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Reads what somebody else has asked and was answered, which is never done without a trace. */
@Singleton
class FeedbackReading {

    private final FeedbackLists feedback;
    private final FeedbackReviewRepository texts;
    private final Audit audit;
    private final Clock clock;

    FeedbackReading(FeedbackLists feedback, FeedbackReviewRepository texts, Audit audit, Clock clock) {
        this.feedback = feedback;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFoundException when nobody has said anything about that message */
    @Transactional
    ReadFeedback read(MessageId message, UserId administrator) {
        FeedbackView view =
                feedback.find(message).map(FeedbackView::of).orElseThrow(() -> new NotFoundException("feedback"));
        JudgedTexts words = texts.findTexts(message, clock.instant()).orElse(null);
        audit.record(
                AuditAction.FEEDBACK_READ,
                administrator,
                Audit.MESSAGE,
                message.toString(),
                Map.of("user_id", view.userId().toString()));
        return ReadFeedback.of(view, words);
    }
}
