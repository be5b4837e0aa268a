package dev.rechat.web.upload;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;
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
        return parse(bytes(request, limit.maxBodyBytes()), boundary, names);
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

    private static byte[] bytes(HttpRequest<?> request, long maxBytes) {
        try (InputStream stream = unwrapped(request).byteBody().toInputStream()) {
            byte[] body = stream.readNBytes(Math.toIntExact(maxBytes + 1));
            if (body.length > maxBytes) {
                throw tooLarge(maxBytes);
            }
            return body;
        } catch (IOException e) {
            if (e.getCause() instanceof ContentLengthExceededException) {
                throw tooLarge(maxBytes);
            }
            throw new RefusedException(ErrorCode.BAD_REQUEST, "the body broke off");
        }
    }

    /** On Lambda, what a controller is given is wrapped around the request. */
    private static ServerHttpRequest<?> unwrapped(HttpRequest<?> request) {
        return switch (request) {
            case ServerHttpRequest<?> server -> server;
            case HttpRequestWrapper<?> wrapper -> unwrapped(wrapper.getDelegate());
            default -> throw new IllegalStateException("a request without bytes");
        };
    }

    private static RefusedException tooLarge(long maxBytes) {
        return new RefusedException(ErrorCode.PAYLOAD_TOO_LARGE, "the request is larger than " + maxBytes + " bytes");
    }
}
