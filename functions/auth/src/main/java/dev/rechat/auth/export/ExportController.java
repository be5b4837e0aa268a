package dev.rechat.auth.export;

import dev.rechat.kernel.account.Permission;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;

/** Everything the house has of a person, to take home. */
@Controller("/api/v1/auth/me/export")
@Secured(Permission.ACCOUNT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportController {

    private final Export export;

    ExportController(Export export) {
        this.export = export;
    }

    /** A page of records, each with its {@code type}; a page that is short is not the last unless it has no cursor. */
    @Get
    Page<ExportRecord> export(
            CurrentUser user, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return export.page(user.id(), PageRequest.of(limit, cursor));
    }
}
