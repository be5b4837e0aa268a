package dev.rechat.admin.app;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.AppPlace;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * The Dify apps people may be given. Who sees one and where its questions go are rules of the house: a key found somewhere
 * changes neither.
 */
@Controller("/api/v1/admin/apps")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminAppController {

    private final AppRepository apps;
    private final AppAdministration administration;
    private final AdminAppViews views;

    AdminAppController(AppRepository apps, AppAdministration administration, AdminAppViews views) {
        this.apps = apps;
        this.administration = administration;
        this.views = views;
    }

    /** All apps, those switched off among them. */
    @Get
    Page<AdminAppView> list(@Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        AppPlace start = request.start().map(AdminAppController::place).orElse(AppPlace.START);
        return views.page(request, apps.listAfter(start, request.rows()));
    }

    /** Adds an app whose connection works; its mode is what Dify says. */
    @Post
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.CREATED)
    AdminAppView create(@Valid @Body CreateApp request, CurrentUser administrator) {
        return views.of(administration.create(request, administrator.id()));
    }

    @Get("/{id}")
    AdminAppView get(AppId id) {
        return views.of(administration.require(id));
    }

    /**
     * Changes what is given. A new base URL or key is tried first; another host is only told a key given with it.
     *
     * @throws RefusedException {@code forbidden} when a bearer who may not govern gives the connection or whom the app is for
     */
    @Patch("/{id}")
    AdminAppView change(AppId id, @Valid @Body ChangeApp request, CurrentUser administrator, Authentication bearer) {
        if (request.governs() && !bearer.getRoles().contains(Permission.GOVERN)) {
            throw new RefusedException(
                    ErrorCode.FORBIDDEN, "whom an app is for and its connection are not changed with an API key");
        }
        return views.of(administration.change(id, request, administrator.id()));
    }

    /** Removes the app and its key; conversations people had with it stay readable. */
    @Delete("/{id}")
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.NO_CONTENT)
    void delete(AppId id, CurrentUser administrator) {
        administration.delete(id, administrator.id());
    }

    private static AppPlace place(Cursor cursor) {
        return AppPlace.of(cursor.parts()).orElseThrow(Cursor::invalid);
    }
}
