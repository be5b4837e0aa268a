package dev.rechat.chat.file;

import dev.rechat.chat.app.EnabledApps;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;

/** Gives people the bytes of their files, by whichever route they come. */
@Singleton
public final class OwnFiles {

    private final EnabledApps apps;
    private final Downloads downloads;
    private final FileRepository files;
    private final Clock clock;

    OwnFiles(EnabledApps apps, Downloads downloads, FileRepository files, Clock clock) {
        this.apps = apps;
        this.downloads = downloads;
        this.files = files;
        this.clock = clock;
    }

    /**
     * The bytes of a file that can be had; what a browser could run is never shown in place.
     *
     * @throws NotFoundException also when it is somebody else's, or of an app that their key does not reach
     */
    public HttpResponse<InputStream> open(CurrentUser user, FileId id, boolean download) {
        StoredFile file = files.findReadable(id, user.id(), clock.instant())
                .filter(found -> user.key().reaches(found.appId()))
                .orElseThrow(() -> new NotFoundException("file"));
        return FileAnswer.of(
                file, downloads.open(apps.requireSource(file.appId()), file), download, "private, max-age=3600");
    }
}
