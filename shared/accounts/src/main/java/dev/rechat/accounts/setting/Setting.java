package dev.rechat.accounts.setting;

import dev.rechat.kernel.share.Sharing;
import dev.rechat.kernel.time.HouseZone;
import io.micronaut.json.tree.JsonNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One setting of the house. All of them stand here; a key is never reused for something else.
 *
 * @param description for administrators
 */
public record Setting<T>(String key, T defaultValue, String description, Form<T> form) {

    /** A century. */
    private static final int MOST_DAYS = 36_500;

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

    public static final Setting<Optional<Banner>> BANNER = new Setting<>(
            "banner",
            Optional.empty(),
            "What everybody who is signed in is told on top of every page: a text of at most 1000 characters, a level"
                    + " (info, warning, error) and, if it is to go by itself, until when. null for nothing.",
            new BannerForm());

    /** What counts turns and money by day reads from the database for itself. */
    public static final Setting<ZoneId> TIME_ZONE = new Setting<>(
            HouseZone.SETTING,
            HouseZone.DEFAULT,
            "Where the house's days and months begin and end, for usage and for budgets: a name of the IANA database"
                    + " such as Europe/Berlin. Days that were counted before stay as they are.",
            new ZoneForm());

    public static final Setting<Integer> CONVERSATION_RETENTION_DAYS = new Setting<>(
            "conversation_retention_days",
            0,
            "After how many days without activity conversations are removed for good, here and at Dify, pinned and"
                    + " archived ones too. 0 keeps them for ever.",
            new DaysForm(1, MOST_DAYS));

    public static final Setting<Integer> AUDIT_RETENTION_DAYS = new Setting<>(
            "audit_retention_days",
            0,
            "After how many days entries of the audit log are removed, oldest first: at least 30, so that nobody who may"
                    + " change this covers their tracks at once. 0 keeps them for ever.",
            new DaysForm(30, MOST_DAYS));

    public static final Setting<Integer> USAGE_RETENTION_DAYS = new Setting<>(
            "usage_retention_days",
            0,
            "After how many days it is forgotten what single turns have cost; the sums of each day stay. 0 keeps it for"
                    + " ever.",
            new DaysForm(1, MOST_DAYS));

    public static final List<Setting<?>> ALL = List.of(
            REGISTRATION,
            REGISTRATION_DOMAINS,
            EMAIL_VERIFICATION,
            ADMINS_NEED_TOTP,
            SHARING,
            BANNER,
            TIME_ZONE,
            CONVERSATION_RETENTION_DAYS,
            AUDIT_RETENTION_DAYS,
            USAGE_RETENTION_DAYS);

    public static Optional<Setting<?>> of(String key) {
        return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
    }

    /** {@code choice}, {@code switch}, {@code domains}, {@code number}, {@code zone} or {@code banner}. */
    public String type() {
        return form.name();
    }

    /** What may be chosen; empty where that is not a short list. */
    public List<String> options() {
        return form.options();
    }

    /** The smallest and the largest value of a {@code number}; empty for all else. */
    public OptionalInt min() {
        return form.min();
    }

    public OptionalInt max() {
        return form.max();
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
