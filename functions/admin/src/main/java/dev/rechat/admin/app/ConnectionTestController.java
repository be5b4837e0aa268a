package dev.rechat.admin.app;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.AppId;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;

/** Whether an app can be reached; 200 whatever comes out. */
@Controller("/api/v1/admin/apps")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConnectionTestController {

    private final AppAdministration apps;
    private final ConnectionTests tests;

    ConnectionTestController(AppAdministration apps, ConnectionTests tests) {
        this.apps = apps;
        this.tests = tests;
    }

    /** Tries a connection before there is an app; stores nothing. */
    @Post("/test")
    ConnectionTest test(@Valid @Body TestConnection wanted) {
        return tests.of(wanted);
    }

    /** Tries the stored connection. */
    @Post("/{id}/test")
    ConnectionTest test(AppId id) {
        return tests.of(apps.require(id));
    }
}
