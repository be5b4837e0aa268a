package dev.rechat.web.upload;

import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields and files of a {@code multipart/form-data} body, read by ourselves because a server and a function on Lambda
 * must read it alike. It is held in memory once; files are views of it.
 */
public final class FormData {

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, FormFile> files = new HashMap<>();

    private FormData() {}

    /**
     * Reads the body, for a route that {@link TakesFiles}. Blocks.
     *
     * @param names of the parts that the route knows
     * @throws RefusedException {@code payload_too_large}
     * @throws ValidationException when it is no such form or has other parts
     */
    public static FormData read(HttpRequest<?> request, UploadLimit limit, Set<String> names) {
        String boundary = request.getContentType()
                .flatMap(type -> type.getParameters().get("boundary"))
                .map(given -> given.toString().replace("\"", ""))
                .orElse("");
        return parse(RequestBytes.read(request, limit.maxBodyBytes()), boundary, names);
    }

    static FormData parse(byte[] body, String boundary, Set<String> names) {
        FormData form = new FormData();
        for (Part part : MultipartReader.parts(body, boundary)) {
            if (!names.contains(part.name())) {
                throw new ValidationException(part.name(), "unknown_field", "is not a field of this request");
            }
            if (form.fields.containsKey(part.name()) || form.files.containsKey(part.name())) {
                throw new ValidationException(part.name(), "duplicate_field", "is given more than once");
            }
            if (part.isFile()) {
                form.files.put(part.name(), part.file());
            } else {
                form.fields.put(part.name(), part.text());
            }
        }
        return form;
    }

    /** @throws ValidationException when it is missing or blank */
    public String field(String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isBlank()) {
            throw missing(name);
        }
        return value;
    }

    /** @throws ValidationException when it is missing */
    public FormFile file(String name) {
        FormFile file = files.get(name);
        if (file == null) {
            throw missing(name);
        }
        return file;
    }

    private static ValidationException missing(String name) {
        return new ValidationException(List.of(new FieldError(name, "required", "must be given")));
    }
}
