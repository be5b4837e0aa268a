package dev.rechat.kernel.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Optional;

/** What an account may do. */
@Serdeable
public enum Role {
    @JsonProperty("admin")
    ADMIN,
    @JsonProperty("user")
    USER,
    /** Registered, waiting for an administrator's approval. */
    @JsonProperty("pending")
    PENDING;

    /** The wire form, lower case: what tokens and answers hold. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that wire form; empty for anything else. */
    public static Optional<Role> of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
