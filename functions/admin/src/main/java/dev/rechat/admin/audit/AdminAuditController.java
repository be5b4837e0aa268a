package dev.rechat.admin.audit;

import dev.rechat.accounts.audit.AuditHead;
import dev.rechat.accounts.audit.AuditProgress;
import dev.rechat.accounts.audit.AuditVerification;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.persistence.audit.AuditLists;
import dev.rechat.persistence.audit.ListedEvent;
import dev.rechat.web.download.Downloads;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
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

/** The audit log: who did what to whom, and whether the log is what was written. */
@Controller("/api/v1/admin/audit")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminAuditController {

    /** How many rows one request verifies: well below a second. */
    private static final int ROWS = 5000;

    private final AuditLists events;
    private final AuditEventViews views;
    private final AuditExports exports;
    private final AuditVerification verification;
    private final Downloads downloads;

    AdminAuditController(
            AuditLists events,
            AuditEventViews views,
            AuditExports exports,
            AuditVerification verification,
            Downloads downloads) {
        this.events = events;
        this.views = views;
        this.exports = exports;
        this.verification = verification;
        this.downloads = downloads;
    }

    /** What was done, newest first. */
    @Get
    Page<AuditEventView> list(
            @RequestBean AuditSearch search, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        String before = request.start().map(at -> String.join("", at.parts())).orElse(AuditLists.NEWEST);
        List<ListedEvent> rows = events.page(search.filter(), before, request.rows());
        return request.page(rows, last -> Cursor.of(last.event().id()), views::of);
    }

    /** All of it, as a table or as lines of JSON. */
    // Not for HEAD: nobody would read what was begun.
    @Get(uri = "/export", produces = MediaType.ALL, headRoute = false)
    HttpResponse<InputStream> export(
            HttpRequest<?> request,
            CurrentUser administrator,
            @RequestBean AuditSearch search,
            @Nullable @QueryValue String format) {
        var download = exports.begin(search, AuditExportFormat.of(format), administrator.id());
        return downloads.answer(request, Permission.ADMINISTER, download);
    }

    /**
     * Whether something was changed, a stretch per request.
     *
     * @param head what was noted before; with it one learns whether the end was cut off
     */
    @Get("/verification")
    VerificationView verify(@Nullable @QueryValue String head, @Nullable @QueryValue String cursor) {
        AuditHead expected = head == null ? null : expected(head);
        AuditProgress from = PageRequest.of(null, cursor)
                .start()
                .map(at -> VerificationCursor.read(at, expected))
                .orElse(AuditProgress.begin(expected));
        return VerificationView.of(verification.step(from, ROWS));
    }

    private static AuditHead expected(String head) {
        return AuditHead.parse(head)
                .orElseThrow(() -> new ValidationException("head", "invalid", "must be POSITION:HASH"));
    }
}
