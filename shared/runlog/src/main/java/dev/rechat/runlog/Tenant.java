package dev.rechat.runlog;

import java.util.regex.Pattern;

/**
 * Whose records these are. One installation of ReChat is one tenant; several may share a search server. In every statement of
 * every store.
 *
 * @param id 1 to 36 of a-z, 0-9, {@code -} and {@code _}, beginning with a letter or digit: it is part of index names
 */
public record Tenant(String id) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,35}");

    /** @throws IllegalArgumentException when the id has another form */
    public Tenant {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("a tenant is 1 to 36 of a-z, 0-9, - and _: " + id);
        }
    }
}
