package dev.rechat.admin.feedback;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.feedback.Feedback;
import dev.rechat.persistence.feedback.FeedbackFilter;
import dev.rechat.persistence.feedback.FeedbackLists;
import dev.rechat.persistence.feedback.FeedbackPosition;
import dev.rechat.persistence.feedback.ListedFeedback;
import dev.rechat.web.csv.CsvDocument;
import dev.rechat.web.download.Download;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Begins exports of feedback: with the reasons, without questions and answers. */
@Singleton
final class FeedbackExports {

    private static final int PAGE = 200;

    private static final List<String> HEADER = List.of(
            "message_id",
            "conversation_id",
            "app_id",
            "app_name",
            "user_id",
            "email",
            "rating",
            "reason",
            "forwarded",
            "created_at",
            "updated_at");

    private final FeedbackLists feedback;
    private final Audit audit;
    private final Clock clock;

    FeedbackExports(FeedbackLists feedback, Audit audit, Clock clock) {
        this.feedback = feedback;
        this.audit = audit;
        this.clock = clock;
    }

    Download begin(FeedbackSearch search, UserId administrator) {
        FeedbackFilter filter = search.filter();
        audit.record(AuditAction.FEEDBACK_EXPORTED, administrator, Audit.FEEDBACK, "", search.details());
        return new Download(
                "rechat feedback " + clock.instant().atZone(ZoneOffset.UTC).toLocalDate() + ".csv",
                CsvDocument.MEDIA_TYPE,
                new CsvDocument<>(HEADER, last -> page(filter, last), FeedbackExports::cells));
    }

    private List<ListedFeedback> page(FeedbackFilter filter, @Nullable ListedFeedback last) {
        FeedbackPosition after = last == null
                ? null
                : new FeedbackPosition(
                        last.feedback().updatedAt(), last.feedback().messageId());
        return feedback.page(filter, after, PAGE);
    }

    private static List<String> cells(ListedFeedback listed) {
        Feedback each = listed.feedback();
        return List.of(
                each.messageId().toString(),
                each.conversationId().toString(),
                each.appId().toString(),
                Objects.toString(listed.appName(), ""),
                each.userId().toString(),
                Objects.toString(listed.email(), ""),
                each.rating().wireName(),
                Objects.toString(each.reason(), ""),
                Boolean.toString(each.forwarded()),
                each.createdAt().toString(),
                each.updatedAt().toString());
    }
}
