package dev.rechat.local.access;

import java.util.List;

/**
 * One operation of the OpenAPI document.
 *
 * @param fields of its JSON body, those of nested objects as {@code outer.inner}
 * @param multipart whether it takes a form with files instead
 */
record Operation(
        String method, String path, List<Parameter> parameters, List<String> fields, boolean multipart, boolean body)
        implements Comparable<Operation> {

    /** @param in {@code path}, {@code query}, {@code header} */
    record Parameter(String in, String name) {}

    /** How tables call it. */
    String name() {
        return method + " " + path;
    }

    /** In the order of paths, so that what belongs together stands together. */
    @Override
    public int compareTo(Operation other) {
        int byPath = path.compareTo(other.path);
        return byPath == 0 ? method.compareTo(other.method) : byPath;
    }

    @Override
    public String toString() {
        return name();
    }
}
