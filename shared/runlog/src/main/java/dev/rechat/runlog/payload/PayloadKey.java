package dev.rechat.runlog.payload;

import dev.rechat.runlog.Tenant;
import java.util.regex.Pattern;

/** Names of payloads: the tenant's first, so that one tenant's lie together. */
public final class PayloadKey {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST = 500;

    private PayloadKey() {}

    /** @param name what is not allowed in a key becomes {@code _} */
    public static String of(Tenant tenant, String kind, String name) {
        return checked(tenant.id() + "/" + kind + "/" + "x" + name.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    /** @throws IllegalArgumentException when it is none */
    public static String checked(String key) {
        if (key.length() > LONGEST || !FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("not a payload's key");
        }
        return key;
    }
}
