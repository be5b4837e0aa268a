package dev.rechat.web.download;

import dev.rechat.web.user.Bearer;
import dev.rechat.web.user.CurrentRights;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.InputStream;

/** Answers with documents that are made while they are read: of any size, in bounded memory. Thread-safe. */
@Singleton
public final class Downloads {

    private final CurrentRights rights;

    Downloads(CurrentRights rights) {
        this.rights = rights;
    }

    /**
     * The answer of a route, which must not answer HEAD ({@code headRoute = false}): nobody would read what was begun.
     *
     * @param permission what the route asks for; whoever loses it in the middle gets no more
     */
    public HttpResponse<InputStream> answer(HttpRequest<?> request, String permission, Download download) {
        Bearer bearer = Bearer.of(request);
        InputStream body = new PulledDocument(download.pieces(), () -> mustHave(permission, bearer));
        return HttpResponse.ok(body)
                .contentType(download.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(download.name()));
    }

    private void mustHave(String permission, Bearer bearer) {
        boolean may = rights.of(bearer)
                .join()
                .filter(now -> now.permissions().contains(permission))
                .isPresent();
        if (!may) {
            throw new IllegalStateException("the bearer has lost the permission");
        }
    }
}
