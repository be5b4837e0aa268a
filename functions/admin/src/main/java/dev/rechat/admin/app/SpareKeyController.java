package dev.rechat.admin.app;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.App;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import jakarta.validation.Valid;

/** The second key of an app. What an app is asked with is a rule of the house: an API key changes none. */
@Controller("/api/v1/admin/apps/{id}/spare-key")
@Secured(Permission.GOVERN)
@ExecuteOn(TaskExecutors.BLOCKING)
class SpareKeyController {

    private final SpareKeys keys;

    SpareKeyController(SpareKeys keys) {
        this.keys = keys;
    }

    /** Which keys there are; they themselves never come out. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record View(boolean apiKeySet, boolean spareKeySet) {

        static View of(App app) {
            return new View(!app.apiKeySealed().isEmpty(), app.spareKeySealed() != null);
        }
    }

    /** Gives the app another key of its own, which is tried first. */
    @Put
    View set(AppId id, @Valid @Body SetSpareKey request, CurrentUser administrator) {
        return View.of(keys.set(id, request, administrator.id()));
    }

    /** Asks Dify with the spare key first from now on. */
    @Post("/swap")
    View swap(AppId id, CurrentUser administrator) {
        return View.of(keys.swap(id, administrator.id()));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void remove(AppId id, CurrentUser administrator) {
        keys.remove(id, administrator.id());
    }
}
