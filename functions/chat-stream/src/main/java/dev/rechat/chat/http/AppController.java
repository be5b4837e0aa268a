package dev.rechat.chat.http;

import dev.rechat.chat.app.AppDetail;
import dev.rechat.chat.app.AppParameters;
import dev.rechat.chat.app.EnabledApps;
import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.app.App;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** One app with what Dify says about it; the list, which needs no Dify, belongs to the conversation function. */
@Controller("/api/v1/apps")
@Secured({Permission.CHAT, Permission.READ})
final class AppController {

    private final EnabledApps apps;
    private final AppParameters parameters;

    AppController(EnabledApps apps, AppParameters parameters) {
        this.apps = apps;
        this.parameters = parameters;
    }

    /** @param id id or slug */
    @Get("/{id}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    AppDetail get(CurrentUser user, String id) {
        App app = apps.require(user.id(), id);
        return AppDetail.of(app, parameters.of(app));
    }
}
