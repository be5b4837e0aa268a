package dev.rechat.dify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A {@code multipart/form-data} body (RFC 7578) of one file and the user it is for. */
final class MultipartForm {

    private MultipartForm() {}

    static RequestBody of(DifyUpload file, String user) {
        // Random, so that no file can hold it.
        String boundary = "rechat-" + UUID.randomUUID();
        String head = """
                --%1$s\r
                Content-Disposition: form-data; name="user"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: %4$s\r
                \r
                """.formatted(boundary, user, quoted(file.name()), file.mediaType());
        return RequestBody.of(
                "multipart/form-data; boundary=" + boundary,
                bytes(head),
                file.content().duplicate(),
                bytes("\r\n--" + boundary + "--\r\n"));
    }

    /** As the WHATWG HTML text, section "Multipart form data", has it for names of files. */
    private static String quoted(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
