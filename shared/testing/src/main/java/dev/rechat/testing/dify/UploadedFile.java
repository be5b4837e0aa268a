package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A file somebody uploaded. It can be read back once a message carries it. */
record UploadedFile(
        String id,
        String user,
        String endUserId,
        String name,
        String mimeType,
        ByteBuffer content,
        Instant createdAt,
        boolean attached) {

    private static final long MEGABYTE = 1024L * 1024;
    private static final List<String> IMAGES = List.of("jpg", "jpeg", "png", "webp", "gif", "svg");
    private static final List<String> VIDEOS = List.of("mp4", "mov", "mpeg", "webm");
    private static final List<String> AUDIOS = List.of("mp3", "m4a", "wav", "amr", "mpga");

    UploadedFile attach() {
        return new UploadedFile(id, user, endUserId, name, mimeType, content, createdAt, true);
    }

    static String extension(String name) {
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** The class of a file, and with it its limit, is judged by extension alone. */
    static long sizeLimit(String name) {
        return switch (type(name)) {
            case "image" -> 10 * MEGABYTE;
            case "video" -> 100 * MEGABYTE;
            case "audio" -> 50 * MEGABYTE;
            default -> 15 * MEGABYTE;
        };
    }

    static String type(String name) {
        String extension = extension(name);
        if (IMAGES.contains(extension)) {
            return "image";
        }
        if (VIDEOS.contains(extension)) {
            return "video";
        }
        return AUDIOS.contains(extension) ? "audio" : "document";
    }

    byte[] bytes() {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    /** The answer to the upload. */
    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("reference", id)
                .put("name", name)
                .put("size", content.remaining())
                .put("extension", extension(name))
                .put("mime_type", mimeType)
                .put("created_by", endUserId)
                .put("created_at", createdAt.getEpochSecond());
        List.of("preview_url", "source_url", "original_url", "user_id", "tenant_id", "conversation_id", "file_key")
                .forEach(json::putNull);
        return json;
    }

    /** As an answer brings it. */
    ObjectNode toAnswerFile() {
        return Json.object()
                .put("related_id", id)
                .put("extension", "." + extension(name))
                .put("filename", name)
                .put("size", content.remaining())
                .put("mime_type", mimeType)
                .put("transfer_method", "tool_file")
                .put("type", type(name))
                .put("url", signedPath())
                .put("upload_file_id", id)
                .putNull("remote_url");
    }

    private String signedPath() {
        return "/files/" + id + "/file-preview?timestamp=0&nonce=simulated&sign=simulated";
    }

    /** As part of a message in the history. */
    ObjectNode toMessageFile() {
        return Json.object()
                .put("id", id)
                .put("filename", name)
                .put("type", type(name))
                .put("url", signedPath())
                .put("mime_type", mimeType)
                .put("size", content.remaining())
                .put("transfer_method", "local_file")
                .put("belongs_to", "user")
                .put("upload_file_id", id);
    }
}
