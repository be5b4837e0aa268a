package dev.rechat.web.error;

import io.micronaut.core.naming.NameUtils;

/** Names of record components as the wire has them. */
final class FieldNames {

    private FieldNames() {}

    static String wire(String name) {
        return NameUtils.underscoreSeparate(name, true);
    }
}
