package dev.rechat.chat.http;

import dev.rechat.chat.app.AppDetail;
import dev.rechat.chat.app.DifyTargets;
import dev.rechat.chat.app.EnabledApps;
import dev.rechat.dify.DifyClient;
import dev.rechat.persistence.app.App;
import dev.rechat.web.user.Roles;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** One app with what Dify says about it; the list, which needs no Dify, belongs to the conversation function. */
@Controller("/api/v1/apps")
@Secured({Roles.ADMIN, Roles.USER})
final class AppController {

    private final EnabledApps apps;
    private final DifyTargets targets;
    private final DifyClient dify;

    AppController(EnabledApps apps, DifyTargets targets, DifyClient dify) {
        this.apps = apps;
        this.targets = targets;
        this.dify = dify;
    }

    /** @param id id or slug */
    @Get("/{id}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    AppDetail get(String id) {
        App app = apps.require(id);
        return AppDetail.of(app, dify.parameters(targets.of(app)));
    }
}
