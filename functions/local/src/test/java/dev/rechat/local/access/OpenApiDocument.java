package dev.rechat.local.access;

import dev.rechat.local.access.Operation.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The operations of the document that clients are generated from. */
final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<?, ?> root;

    private OpenApiDocument(Map<?, ?> root) {
        this.root = root;
    }

    /** As it is packaged; {@code OpenApiDocumentTest} holds it to the routes. */
    static List<Operation> operations() {
        Path packaged = Path.of("target", "classes", "META-INF", "swagger", "rechat-local.yml");
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(packaged));
            return new OpenApiDocument(object(read)).read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Operation> read() {
        List<Operation> operations = new ArrayList<>();
        object(root.get("paths"))
                .forEach((path, methods) -> object(methods).forEach((method, description) -> {
                    if (METHODS.contains(method.toString())) {
                        operations.add(operation(method.toString(), path.toString(), object(description)));
                    }
                }));
        return operations.stream().sorted().toList();
    }

    private Operation operation(String method, String path, Map<?, ?> description) {
        List<Parameter> parameters = list(description.get("parameters")).stream()
                .map(OpenApiDocument::object)
                .map(each -> new Parameter(text(each, "in"), text(each, "name")))
                .toList();
        Map<?, ?> body = object(object(description.get("requestBody")).get("content"));
        List<String> fields = new ArrayList<>();
        Map<?, ?> json = object(body.get("application/json"));
        collect("", object(json.get("schema")), fields, new HashSet<>());
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                List.copyOf(fields),
                takesFiles(path),
                body.containsKey("application/json"));
    }

    /** They read their bodies themselves, so the document does not tell. */
    private static boolean takesFiles(String path) {
        return path.endsWith("/chat/files") || path.endsWith("/speech-to-text");
    }

    private void collect(String prefix, Map<?, ?> schema, List<String> fields, Set<Object> seen) {
        Map<?, ?> resolved = resolve(schema);
        if (resolved.isEmpty() || !seen.add(resolved)) {
            return;
        }
        for (String combination : List.of("allOf", "oneOf", "anyOf")) {
            list(resolved.get(combination)).forEach(part -> collect(prefix, object(part), fields, seen));
        }
        object(resolved.get("properties")).forEach((name, property) -> {
            fields.add(prefix + name);
            collect(prefix + name + ".", object(property), fields, seen);
        });
        collect(prefix, object(resolved.get("items")), fields, seen);
    }

    private Map<?, ?> resolve(Map<?, ?> schema) {
        Object reference = schema.get("$ref");
        if (reference == null) {
            return schema;
        }
        Map<?, ?> schemas = object(object(root.get("components")).get("schemas"));
        return object(schemas.get(reference.toString().substring(SCHEMAS.length())));
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> object, String name) {
        return String.valueOf(object.get(name));
    }
}
