package dev.rechat.accounts.setting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Who may open an account. */
@Serdeable
public enum RegistrationPolicy {
    @JsonProperty("open")
    OPEN,
    /** Anybody; an administrator lets them in. */
    @JsonProperty("approval")
    APPROVAL,
    @JsonProperty("closed")
    CLOSED;

    /** The wire form, lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
