package dev.rechat.chat.openai.request;

import dev.rechat.kernel.hash.Sha256;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message that is no text. It is not looked into before it is needed: most are of earlier messages and only stand for
 * themselves.
 *
 * @param field where it stands in the request
 * @param name of a file; null for none
 * @param value an address, base64 or an id
 * @param digest tells it from other parts, whatever it weighs
 */
public record Part(Kind kind, String field, @Nullable String name, String value, String digest) {

    /** What it is. */
    public enum Kind {
        IMAGE,
        FILE,
        UPLOAD,
        AUDIO
    }

    static Part image(JsonNode part, String field) {
        JsonNode image = part.get("image_url");
        String url = image != null && image.isString() ? image.getStringValue() : text(image, "url");
        return of(Kind.IMAGE, field + ".image_url", null, url == null ? "" : url);
    }

    static Part file(JsonNode part, String field) {
        JsonNode file = part.get("file");
        String id = text(file, "file_id");
        String data = text(file, "file_data");
        return id != null && data == null
                ? of(Kind.UPLOAD, field + ".file.file_id", null, id)
                : of(Kind.FILE, field + ".file", text(file, "filename"), data == null ? "" : data);
    }

    static Part audio(JsonNode part, String field) {
        String data = text(part.get("input_audio"), "data");
        return of(Kind.AUDIO, field + ".input_audio", null, data == null ? "" : data);
    }

    private static Part of(Kind kind, String field, @Nullable String name, String value) {
        return new Part(kind, field, name, value, Sha256.hex(kind + "\n" + name + "\n" + value));
    }

    /** What stands for it where only text can be told. */
    String mark() {
        return switch (kind) {
            case IMAGE -> "[image]";
            case AUDIO -> "[audio]";
            case FILE, UPLOAD -> name == null ? "[file]" : "[file " + name + "]";
        };
    }

    private static @Nullable String text(@Nullable JsonNode object, String member) {
        JsonNode value = object == null || !object.isObject() ? null : object.get(member);
        return value != null && value.isString() ? value.getStringValue() : null;
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "Part[" + kind + ", " + field + "]";
    }
}
