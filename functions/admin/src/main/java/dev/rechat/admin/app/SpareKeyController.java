package dev.rechat.admin.app;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jspecify.annotations.Nullable;

/** The second key of an app. What an app is asked with is a rule of the house: an API key changes none. */
@Controller("/api/v1/admin/apps/{id}/spare-key")
@Secured(Permission.GOVERN)
@ExecuteOn(TaskExecutors.BLOCKING)
class SpareKeyController {

    private final SpareKeys keys;

    SpareKeyController(SpareKeys keys) {
        this.keys = keys;
    }

    /**
     * Which keys there are; they themselves never come out.
     *
     * @param compared after one was set: whether both are known to be of apps that look alike. False where Dify refuses the
     *     first, so that only the kind of app could be compared
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            boolean apiKeySet,
            boolean spareKeySet,
            @Nullable Boolean compared) {

        static View of(App app, @Nullable Boolean compared) {
            return new View(!app.apiKeySealed().isEmpty(), app.spareKeySealed() != null, compared);
        }
    }

    /** Gives the app another key of its own, which is tried first. */
    @Put
    View set(AppId id, @Valid @Body SetSpareKey request, CurrentUser administrator) {
        SpareKeys.Given given = keys.set(id, request, administrator.id());
        return View.of(given.app(), given.compared());
    }

    /** Asks Dify with the spare key first from now on. */
    @Post("/swap")
    View swap(AppId id, CurrentUser administrator) {
        return View.of(keys.swap(id, administrator.id()), null);
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void remove(AppId id, CurrentUser administrator) {
        keys.remove(id, administrator.id());
    }
}
