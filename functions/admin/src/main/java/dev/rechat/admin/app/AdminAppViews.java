package dev.rechat.admin.app;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppPlace;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Apps with their groups, as administrators see them. */
@Singleton
final class AdminAppViews {

    private final AppGroups groups;

    AdminAppViews(AppGroups groups) {
        this.groups = groups;
    }

    AdminAppView of(App app) {
        return AdminAppView.of(app, groups.of(app));
    }

    Page<AdminAppView> page(PageRequest request, List<App> rows) {
        Map<AppId, List<GroupId>> given = groups.of(rows);
        return request.page(
                rows,
                app -> new Cursor(AppPlace.of(app).parts()),
                app -> AdminAppView.of(app, given.getOrDefault(app.id(), List.of())));
    }
}
