package dev.rechat.kernel.share;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Who may read what people share by link, as the house has it. */
@Serdeable
public enum Sharing {
    /** Nothing can be shared, and nothing that was can be read. */
    @JsonProperty("off")
    OFF,
    /** Whoever has the link and an account that may read. */
    @JsonProperty("members")
    MEMBERS,
    /** Whoever has the link. */
    @JsonProperty("public")
    PUBLIC;

    /** The setting that says which. */
    public static final String SETTING = "sharing";

    /** Where no administrator has decided. */
    public static final Sharing DEFAULT = MEMBERS;

    /** The wire form, lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
