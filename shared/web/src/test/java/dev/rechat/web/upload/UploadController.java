package dev.rechat.web.upload;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Set;

/** A route that takes a file, as functions have it. */
@Controller("/api/v1/upload")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadController {

    private final UploadLimit limit;

    UploadController(UploadLimit limit) {
        this.limit = limit;
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA, produces = MediaType.TEXT_PLAIN)
    @TakesFiles
    String upload(HttpRequest<?> request) {
        FormData form = FormData.read(request, limit, Set.of("file", "app_id"));
        FormFile file = form.file("file");
        return form.field("app_id") + "|" + file.name() + "|" + file.mediaType() + "|" + file.size();
    }
}
