package dev.rechat.auth.session;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.request.QueryFlag;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;

/** Where a person is signed in; anybody else's sessions are as if they did not exist. */
@Controller("/api/v1/auth/sessions")
@Secured(Permission.ACCOUNT)
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionController {

    private final OwnSessions sessions;
    private final RefreshCookie cookie;

    SessionController(OwnSessions sessions, RefreshCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** The sessions that can go on, latest activity first. */
    @Get
    Page<SessionView> list(CurrentUser user, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return sessions.list(user.id(), OwnSession.of(user), PageRequest.of(limit, cursor));
    }

    /** Signs one device out; this one, too. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> end(CurrentUser user, SessionId id) {
        sessions.end(user.id(), id);
        return id.equals(OwnSession.of(user)) ? signedOut() : HttpResponse.noContent();
    }

    /** Signs out everywhere; with {@code others} everywhere but here. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> endAll(CurrentUser user, @QueryValue @Nullable String others) {
        if (Boolean.TRUE.equals(QueryFlag.of("others", others))) {
            sessions.endOthers(user.id(), OwnSession.of(user));
            return HttpResponse.noContent();
        }
        sessions.endAll(user.id());
        return signedOut();
    }

    private HttpResponse<Void> signedOut() {
        return HttpResponse.<Void>noContent().header(HttpHeaders.SET_COOKIE, cookie.cleared());
    }
}
