package dev.rechat.accounts.setting;

import dev.rechat.kernel.share.Sharing;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One setting of the house. All of them stand here; a key is never reused for something else.
 *
 * @param description for administrators
 */
public record Setting<T>(String key, T defaultValue, String description, Form<T> form) {

    public static final Setting<RegistrationPolicy> REGISTRATION = new Setting<>(
            "registration",
            RegistrationPolicy.OPEN,
            "Who may open an account: anybody (open), anybody whom an administrator then lets in (approval), or nobody"
                    + " (closed). The first account of a house is always let in.",
            new Form.Choice<>(List.of(RegistrationPolicy.values()), RegistrationPolicy::code));

    public static final Setting<List<String>> REGISTRATION_DOMAINS = new Setting<>(
            "registration_domains",
            List.of(),
            "Domains whose e-mail addresses may register, exactly as written: example.org does not stand for"
                    + " mail.example.org. Empty for all. Accounts that exist are not touched.",
            new Form.Domains());

    public static final Setting<Boolean> EMAIL_VERIFICATION = new Setting<>(
            "email_verification",
            false,
            "Whether new accounts must show that their e-mail address is theirs before they can do anything. Needs"
                    + " mail. Accounts that exist when it is switched on count as verified.",
            new Form.Switch());

    public static final Setting<Boolean> ADMINS_NEED_TOTP = new Setting<>(
            "admins_need_totp",
            false,
            "Whether administrators need a second factor. One who has none yet can do nothing but enrol it.",
            new Form.Switch());

    /** What the functions that show what was shared read from the database for themselves. */
    public static final Setting<Sharing> SHARING = new Setting<>(
            Sharing.SETTING,
            Sharing.DEFAULT,
            "Who may read the conversations that people share by link: nobody, and nothing can be shared (off), whoever"
                    + " has the link and an account here (members), or whoever has the link (public).",
            new Form.Choice<>(List.of(Sharing.values()), Sharing::code));

    public static final List<Setting<?>> ALL =
            List.of(REGISTRATION, REGISTRATION_DOMAINS, EMAIL_VERIFICATION, ADMINS_NEED_TOTP, SHARING);

    public static Optional<Setting<?>> of(String key) {
        return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
    }

    /** {@code choice}, {@code switch} or {@code domains}. */
    public String type() {
        return form.name();
    }

    /** What may be chosen; empty where that is not a short list. */
    public List<String> options() {
        return form.options();
    }

    /** The default in its wire form. */
    public JsonNode defaultJson() {
        return form.write(defaultValue);
    }

    /** The same value in its one wire form. @throws dev.rechat.kernel.error.ValidationException when it is none */
    JsonNode normalised(JsonNode json) {
        return form.write(form.read(json));
    }
}
