package dev.rechat.web.error;

import dev.rechat.kernel.error.FieldError;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON that is well-formed and does not fit the record it is read into. */
final class JsonFields {

    private JsonFields() {}

    /** The decoder tells kinds of failure apart by message only; tests hold the two beginnings read here. */
    static FieldError error(SerdeException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        String field = path(failure.getPath());
        if (message.startsWith("Unknown property")) {
            return new FieldError(field, "unknown_field", "is not a field of this request");
        }
        if (message.startsWith("Duplicate property")) {
            return new FieldError(field, "duplicate_field", "is given more than once");
        }
        return new FieldError(field.isEmpty() ? "body" : field, "invalid", "has the wrong type or form");
    }

    /** The decoder lists the innermost element first. */
    private static String path(List<ReferencePath> elements) {
        StringBuilder path = new StringBuilder();
        for (ReferencePath element : elements.reversed()) {
            switch (element) {
                case PropertyReferencePath property -> append(path, wireName(property));
                case MapItemReferencePath item -> append(path, item.key());
                case CollectionItemReferencePath item ->
                    path.append('[').append(item.index()).append(']');
            }
        }
        return path.toString();
    }

    /** An unknown field is quoted as it was sent; a known one is named by its record component. */
    private static @Nullable String wireName(PropertyReferencePath property) {
        String name = property.property().getName();
        return property.property().getType() == Object.class ? name : FieldNames.wire(name);
    }

    private static void append(StringBuilder path, @Nullable String name) {
        if (!path.isEmpty()) {
            path.append('.');
        }
        path.append(name);
    }
}
