package dev.rechat.dify;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files over HTTP. */
final class HttpDifyFiles implements DifyFiles {

    private final HttpCalls calls;
    private final Json json;
    private final Retry retry;

    HttpDifyFiles(HttpCalls calls, Json json, Retry retry) {
        this.calls = calls;
        this.json = json;
        this.retry = retry;
    }

    @Override
    public DifyUploadedFile upload(DifyApp app, String user, DifyUpload file) {
        JsonNode answer = json.parse(calls.json(
                HttpMethod.POST,
                app,
                Routes.UPLOAD,
                MultipartForm.of(file, user),
                calls.limits().total()));
        String id = Fields.textOrEmpty(answer, "id");
        if (id.isEmpty()) {
            throw new DifyProtocolException("an uploaded file without an id", null);
        }
        JsonNode size = answer.get("size");
        return new DifyUploadedFile(
                id,
                Objects.requireNonNullElse(Fields.text(answer, "name"), file.name()),
                size != null && size.isNumber()
                        ? size.getLongValue()
                        : file.content().remaining(),
                Fields.textOrEmpty(answer, "extension"),
                Fields.text(answer, "mime_type"));
    }

    @Override
    public DifyDownload preview(DifyApp app, String user, String fileId) {
        return retry.call(() -> download(calls.open(
                HttpMethod.GET,
                app,
                Routes.preview(fileId, user),
                MediaType.ALL,
                null,
                calls.limits().firstByte())));
    }

    @Override
    public DifyDownload fetch(DifyApp app, URI signedUrl) {
        if (!sameServer(app.baseUrl(), signedUrl)) {
            throw new IllegalArgumentException("the address is not at the app's own server");
        }
        return retry.call(
                () -> download(calls.openWithoutKey(signedUrl, calls.limits().firstByte())));
    }

    private DifyDownload download(HttpAnswer answer) {
        return new DifyDownload(answer, calls.limits());
    }

    private static boolean sameServer(URI base, URI other) {
        @Nullable String host = other.getHost();
        @Nullable String scheme = other.getScheme();
        return host != null
                && scheme != null
                && other.getRawUserInfo() == null
                && scheme.equalsIgnoreCase(base.getScheme())
                && host.equalsIgnoreCase(base.getHost())
                && port(base) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
    }
}
