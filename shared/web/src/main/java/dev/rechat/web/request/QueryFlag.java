package dev.rechat.web.request;

import dev.rechat.kernel.error.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * Yes or no in a query. The framework's own reading takes any other word for no: asked with {@code ?others=1} to sign out
 * elsewhere it would sign out here, too.
 */
public final class QueryFlag {

    private QueryFlag() {}

    /**
     * What was meant; null when the parameter is not there.
     *
     * @throws ValidationException for anything but {@code true} and {@code false}
     */
    public static @Nullable Boolean of(String parameter, @Nullable String value) {
        return switch (value) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new ValidationException(parameter, "invalid", "must be true or false");
        };
    }
}
