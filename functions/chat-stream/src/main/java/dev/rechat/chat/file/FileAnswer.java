package dev.rechat.chat.file;

import dev.rechat.dify.DifyDownload;
import dev.rechat.persistence.file.StoredFile;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.InputStream;

/** The bytes of a file on their way to a browser. */
final class FileAnswer {

    private FileAnswer() {}

    /**
     * What a browser could run is never shown in place.
     *
     * @param bytes closed by who sends the answer
     * @param download whether it is to be saved in any case
     * @param caching the value of {@code Cache-Control}
     */
    static HttpResponse<InputStream> of(StoredFile file, DifyDownload bytes, boolean download, String caching) {
        Disposition disposition = Disposition.of(file, download);
        return HttpResponse.ok(bytes.content())
                .contentType(MediaType.of(disposition.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.header())
                .header(HttpHeaders.CACHE_CONTROL, caching);
    }
}
