package dev.rechat.conversation.share;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.share.Share;
import dev.rechat.persistence.share.ShareRepository;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one has shared; also where the house shares nothing any more, so that it can be revoked. */
@Controller("/api/v1/shares")
@Secured(Permission.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
class ShareController {

    /** Greater than the text of any UUID. */
    private static final String NEWEST = "g";

    private final ShareRepository shares;
    private final Sharings sharings;
    private final Clock clock;

    ShareController(ShareRepository shares, Sharings sharings, Clock clock) {
        this.shares = shares;
        this.sharings = sharings;
        this.clock = clock;
    }

    /** Those that were neither revoked nor have expired, the newest first. */
    @Get
    Page<ShareView> list(CurrentUser user, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        String before = request.start().map(ShareController::place).orElse(NEWEST);
        List<Share> rows = shares.listLiveBefore(user.id(), before, clock.instant(), request.rows());
        return request.page(rows, share -> Cursor.of(share.id().toString()), ShareView::of);
    }

    /** Makes a link useless, at once and for good. */
    @Delete("/{id}")
    @Secured(Permission.CHAT)
    @Status(HttpStatus.NO_CONTENT)
    void revoke(CurrentUser user, ShareId id) {
        Deadlocks.retry(() -> {
            sharings.revoke(id, user.id());
            return true;
        });
    }

    private static String place(Cursor cursor) {
        try {
            return ShareId.of(String.join("", cursor.parts())).toString();
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.invalid();
        }
    }
}
