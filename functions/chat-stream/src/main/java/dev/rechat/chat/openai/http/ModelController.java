package dev.rechat.chat.openai.http;

import dev.rechat.chat.openai.ask.Asking;
import dev.rechat.chat.openai.ask.KeyApps;
import dev.rechat.chat.openai.request.CompletionRequest;
import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.app.App;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.stream.Stream;

/** The apps as models: each one as it is, and once more for questions that belong to no conversation. */
@Controller("/v1/models")
@Secured({Permission.CHAT, Permission.READ})
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelController {

    private final KeyApps apps;
    private final NoModels none;

    ModelController(KeyApps apps, NoModels none) {
        this.apps = apps;
        this.none = none;
    }

    @Get
    ModelList list(CurrentUser user) {
        List<App> shown = apps.list(user);
        if (shown.isEmpty()) {
            none.explain();
        }
        return new ModelList(
                "list",
                shown.stream()
                        .flatMap(app -> Stream.of(Model.of(app), Model.stateless(app)))
                        .toList());
    }

    /** @param id slug of an app, {@code :stateless} after it or not */
    @Get("/{id}")
    Model get(CurrentUser user, String id) {
        boolean stateless = CompletionRequest.isStateless(id);
        App app = apps.find(user, id).filter(App::enabled).orElseThrow(() -> Asking.unknown(id));
        return stateless ? Model.stateless(app) : Model.of(app);
    }
}
