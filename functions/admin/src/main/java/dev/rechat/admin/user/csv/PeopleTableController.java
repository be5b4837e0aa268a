package dev.rechat.admin.user.csv;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.web.download.Downloads;
import dev.rechat.web.request.QueryFlag;
import dev.rechat.web.upload.RequestBytes;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of the house as a table. */
@Controller("/api/v1/admin/users")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class PeopleTableController {

    private static final int LARGEST = 1024 * 1024;

    private final PeopleExport export;
    private final PeopleImport incoming;
    private final Downloads downloads;
    private final Audit audit;

    PeopleTableController(PeopleExport export, PeopleImport incoming, Downloads downloads, Audit audit) {
        this.export = export;
        this.incoming = incoming;
        this.downloads = downloads;
        this.audit = audit;
    }

    /** All accounts, the oldest first, in the form that the import takes. */
    // Not for HEAD: nobody would read what was begun.
    @Get(uri = "/export", produces = MediaType.ALL, headRoute = false)
    HttpResponse<InputStream> export(HttpRequest<?> request, CurrentUser administrator) {
        audit.record(AuditAction.ACCOUNTS_EXPORTED, administrator.id(), Audit.USER, "", Map.of());
        return downloads.answer(request, Permission.ADMINISTER, export.begin());
    }

    /** Makes and changes accounts as a table says, all of it or nothing. @param dryRun whether to tell only what would be done */
    @Post(uri = "/import", consumes = MediaType.TEXT_CSV)
    @Secured(Permission.GOVERN)
    ImportResult bring(
            HttpRequest<?> request, CurrentUser administrator, @Nullable @QueryValue("dry_run") String dryRun) {
        Boolean trial = QueryFlag.of("dry_run", dryRun);
        if (trial == null) {
            throw new ValidationException("dry_run", "required", "must be true or false");
        }
        return incoming.run(PeopleTable.read(RequestBytes.read(request, LARGEST)), trial, administrator.id());
    }
}
