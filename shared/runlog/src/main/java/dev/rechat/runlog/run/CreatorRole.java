package dev.rechat.runlog.run;

import dev.rechat.runlog.WireName;

/** Whose run it was: a person of ReChat is Dify's {@code end_user}. */
public enum CreatorRole implements WireName {
    ACCOUNT("account"),
    END_USER("end_user");

    private final String wire;

    CreatorRole(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static CreatorRole of(String wire) {
        return WireName.find(values(), wire);
    }
}
