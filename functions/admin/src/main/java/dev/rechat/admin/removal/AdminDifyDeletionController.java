package dev.rechat.admin.removal;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.conversations.removal.DifyDeletions;
import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.removal.DifyDeletion;
import dev.rechat.persistence.removal.DifyDeletionRepository;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Threads of removed conversations that Dify still has. */
@Controller("/api/v1/admin/dify-deletions")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminDifyDeletionController {

    private final DifyDeletionRepository threads;
    private final DifyDeletions deletions;
    private final Audit audit;

    AdminDifyDeletionController(DifyDeletionRepository threads, DifyDeletions deletions, Audit audit) {
        this.threads = threads;
        this.deletions = deletions;
        this.audit = audit;
    }

    /** Those that are left, in the order in which they came, and how many there are. */
    @Get
    DifyDeletionPage list(@Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        long after = request.start().map(AdminDifyDeletionController::place).orElse(0L);
        List<DifyDeletion> rows = threads.listAfter(after, request.rows());
        return DifyDeletionPage.of(
                request.page(rows, last -> Cursor.of(Long.toString(last.id())), DifyDeletionView::of),
                threads.countAll());
    }

    /** Has all of them tried again now, whatever pause they are in; it begins beside this request. */
    @Post("/retry")
    Hurried retry(CurrentUser administrator) {
        long count = deletions.hurry();
        audit.record(
                AuditAction.DIFY_DELETIONS_RETRIED,
                administrator.id(),
                "dify_deletions",
                "all",
                Map.of("count", Long.toString(count)));
        return new Hurried(count);
    }

    private static long place(Cursor cursor) {
        try {
            return Long.parseLong(String.join("", cursor.parts()));
        } catch (NumberFormatException notANumber) {
            throw Cursor.invalid();
        }
    }
}
