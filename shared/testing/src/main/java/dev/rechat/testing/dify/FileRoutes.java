package dev.rechat.testing.dify;

import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.Multipart;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Uploads and their way back. */
final class FileRoutes {

    private static final int MAX_NAME = 200;

    private FileRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.post("/files/upload", FileRoutes::upload), Route.get("/files/{id}/preview", FileRoutes::preview));
    }

    private static void upload(Call call) {
        if (!call.request().header("content-type").orElse("").startsWith("multipart/form-data")) {
            throw noFile();
        }
        Multipart form = Multipart.parse(call.request());
        List<Multipart.Part> files = form.files();
        if (files.stream().noneMatch(part -> part.name().equals("file"))) {
            throw noFile();
        }
        if (files.size() > 1) {
            throw new DifyError(400, "too_many_files", "Only one file is allowed.");
        }
        Multipart.Part part = files.getFirst();
        check(part);
        String user = form.field("user").filter(given -> !given.isEmpty()).orElse(Call.DEFAULT_USER);
        UploadedFile file = new UploadedFile(
                UUID.randomUUID().toString(),
                user,
                call.state().endUserId(user),
                shortened(part.filename()),
                part.contentType(),
                ByteBuffer.wrap(part.bytes()).asReadOnlyBuffer(),
                Instant.now(),
                false);
        call.state().files().put(file.id(), file);
        call.answer(201, file.toJson());
    }

    private static DifyError noFile() {
        return new DifyError(400, "no_file_uploaded", "Please upload your file.");
    }

    private static void check(Multipart.Part part) {
        if (part.filename().isEmpty()) {
            throw new DifyError(400, "filename_not_exists_error", "The specified filename does not exist.");
        }
        if (part.filename().contains("/") || part.filename().contains("\\")) {
            throw DifyError.invalidParameter("Filename contains invalid characters");
        }
        if (part.contentType().isEmpty()) {
            throw new DifyError(415, "unsupported_file_type", "File type not allowed.");
        }
        if (part.bytes().length > UploadedFile.sizeLimit(part.filename())) {
            throw new DifyError(413, "file_too_large", "");
        }
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "." + UploadedFile.extension(name);
    }

    /** Only what a message carries can be read back. */
    private static void preview(Call call) {
        UploadedFile file = call.state()
                .files()
                .find(call.id("id"))
                .filter(UploadedFile::attached)
                .orElseThrow(() -> new DifyError(404, "file_not_found", "The requested file was not found."));
        send(
                call.exchange(),
                file,
                call.request().parameter("as_attachment").orElse("").equals("true"));
    }

    static void send(Exchange exchange, UploadedFile file, boolean asAttachment) {
        boolean html = file.mimeType().toLowerCase(Locale.ROOT).startsWith("text/html");
        boolean attachment = html || asAttachment;
        Map<String, String> headers = new HashMap<>(Map.of("Cache-Control", "public, max-age=3600"));
        headers.put("Content-Type", attachment ? "application/octet-stream" : file.mimeType());
        if (attachment) {
            String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
            headers.put("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        }
        if (html) {
            headers.put("X-Content-Type-Options", "nosniff");
        }
        exchange.answer(200, headers, file.bytes());
    }
}
