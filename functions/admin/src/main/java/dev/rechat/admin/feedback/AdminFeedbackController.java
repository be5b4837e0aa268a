package dev.rechat.admin.feedback;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.feedback.FeedbackLists;
import dev.rechat.persistence.feedback.FeedbackPosition;
import dev.rechat.persistence.feedback.ListedFeedback;
import dev.rechat.web.download.Downloads;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.request.QueryTime;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people think of answers. */
@Controller("/api/v1/admin/feedback")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminFeedbackController {

    private final FeedbackLists feedback;
    private final FeedbackReading reading;
    private final FeedbackExports exports;
    private final Downloads downloads;

    AdminFeedbackController(
            FeedbackLists feedback, FeedbackReading reading, FeedbackExports exports, Downloads downloads) {
        this.feedback = feedback;
        this.reading = reading;
        this.exports = exports;
        this.downloads = downloads;
    }

    /** Latest change first, without questions and answers. */
    @Get
    Page<FeedbackView> list(
            @RequestBean FeedbackSearch search,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        FeedbackPosition after =
                request.start().map(AdminFeedbackController::place).orElse(null);
        List<ListedFeedback> rows = feedback.page(search.filter(), after, request.rows());
        return request.page(rows, AdminFeedbackController::cursor, FeedbackView::of);
    }

    /** All of it as a table, without questions and answers. */
    // Not for HEAD: nobody would read what was begun.
    @Get(uri = "/export", produces = MediaType.ALL, headRoute = false)
    HttpResponse<InputStream> export(
            HttpRequest<?> request, CurrentUser administrator, @RequestBean FeedbackSearch search) {
        return downloads.answer(request, Permission.ADMINISTER, exports.begin(search, administrator.id()));
    }

    /** One, with question and answer; it is written down that somebody has read them. */
    @Get("/{messageId}")
    ReadFeedback read(MessageId messageId, CurrentUser administrator) {
        return reading.read(messageId, administrator.id());
    }

    private static Cursor cursor(ListedFeedback last) {
        return Cursor.of(
                Long.toString(last.feedback().updatedAt().toEpochMilli()),
                last.feedback().messageId().toString());
    }

    private static FeedbackPosition place(Cursor cursor) {
        if (cursor.parts().size() != 2) {
            throw Cursor.invalid();
        }
        try {
            return new FeedbackPosition(
                    QueryTime.ofMillis(cursor.parts().getFirst()).orElseThrow(Cursor::invalid),
                    MessageId.of(cursor.parts().getLast()));
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
