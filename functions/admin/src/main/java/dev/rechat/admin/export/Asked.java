package dev.rechat.admin.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of an export that were given, as details for the audit log. */
public final class Asked {

    private final Map<String, String> given = new LinkedHashMap<>();

    /** @param value null for a parameter that was left out */
    public Asked with(String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
        return this;
    }

    public Map<String, String> asMap() {
        return given;
    }
}
