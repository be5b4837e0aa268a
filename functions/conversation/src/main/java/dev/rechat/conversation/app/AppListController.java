package dev.rechat.conversation.app;

import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppPlace;
import dev.rechat.persistence.app.VisibleAppRepository;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of apps, from the database alone; one app with what Dify says about it is the chat function's. */
@Controller("/api/v1/apps")
@Secured({Permission.CHAT, Permission.READ})
final class AppListController {

    private final VisibleAppRepository apps;

    AppListController(VisibleAppRepository apps) {
        this.apps = apps;
    }

    /** The apps for everybody, and those of one's groups, that are switched on, in the administrator's order. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    Page<AppView> list(CurrentUser user, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        AppPlace start = request.start().map(AppListController::place).orElse(AppPlace.START);
        List<App> rows = apps.listEnabledAfter(user.id(), start, request.rows());
        return request.page(rows, app -> new Cursor(AppPlace.of(app).parts()), AppView::of);
    }

    private static AppPlace place(Cursor cursor) {
        return AppPlace.of(cursor.parts()).orElseThrow(Cursor::invalid);
    }
}
