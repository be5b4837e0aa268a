package dev.rechat.web.error;

import dev.rechat.kernel.error.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Broken constraints as field errors: the path as the wire has it, a stable code per constraint. */
final class Violations {

    private static final String CONSTRAINTS = "{jakarta.validation.constraints.";

    private Violations() {}

    static List<FieldError> errors(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(path(violation), code(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList();
    }

    /**
     * By the template of the message, which tells the constraint as long as nobody gives it a message of their own. The
     * annotation itself would have to be made by reflection, which native executables do not have.
     */
    private static String code(ConstraintViolation<?> violation) {
        var descriptor = violation.getConstraintDescriptor();
        if (descriptor == null) {
            return "invalid";
        }
        return switch (descriptor.getMessageTemplate()) {
            case CONSTRAINTS + "NotNull.message}",
                    CONSTRAINTS + "NotBlank.message}",
                    CONSTRAINTS + "NotEmpty.message}" -> "required";
            case CONSTRAINTS + "Size.message}" ->
                sizeOf(violation.getInvalidValue()) > longest(descriptor) ? "too_long" : "too_short";
            case CONSTRAINTS + "Min.message}" -> "too_small";
            case CONSTRAINTS + "Max.message}" -> "too_large";
            default -> "invalid";
        };
    }

    private static int longest(ConstraintDescriptor<?> size) {
        return size.getAttributes().get("max") instanceof Integer max ? max : Integer.MAX_VALUE;
    }

    private static int sizeOf(Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case Collection<?> items -> items.size();
            case Map<?, ?> entries -> entries.size();
            default -> 0;
        };
    }

    /** Without the method and, where something inside the body is wrong, without the name of the body's parameter. */
    private static String path(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, BEAN, RETURN_VALUE, CROSS_PARAMETER -> {}
                case PARAMETER -> parameter = FieldNames.wire(node.getName());
                case PROPERTY, CONTAINER_ELEMENT -> append(path, node);
            }
        }
        return path.isEmpty() ? parameter : path.toString();
    }

    private static void append(StringBuilder path, Path.Node node) {
        if (node.getIndex() != null) {
            path.append('[').append(node.getIndex()).append(']');
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            path.append(path.isEmpty() ? "" : ".").append(FieldNames.wire(node.getName()));
        }
    }
}
