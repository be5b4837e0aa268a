package dev.rechat.testing.secrecy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A kind of thing that must never be in a log, known by its look. */
enum Secret {
    ACCESS_TOKEN("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
    API_KEY("\\brk-[a-z0-9]{12}_[A-Za-z0-9]{8,}"),
    /** Refresh, device and link tokens: 256 bits in base64url, which hold capitals, small letters and digits. */
    OPAQUE_TOKEN("(?<![A-Za-z0-9_./$-])"
            + "(?=[A-Za-z0-9_-]*[A-Z])(?=[A-Za-z0-9_-]*[a-z])(?=[A-Za-z0-9_-]*[0-9])"
            + "[A-Za-z0-9_-]{43}(?![A-Za-z0-9_=/-])"),
    /** Of any link. */
    LINK("#token=\\S"),
    /** A path with the token of a shared conversation; the template of its route is none. */
    SHARED_PATH("/shared/[A-Za-z0-9_-]{20,}"),
    PASSWORD_HASH("\\$argon2"),
    /** As the tests write passwords; whoever uses another sentence adds it. */
    TEST_PASSWORD("(?i)(correct|wrong|another) horse|battery staple|brown owls|(another|new|wrong) password\\b"),
    /** Dify's own keys, the demo apps' and those that tests make up. */
    DIFY_KEY("\\bapp-(demo-[a-z]+|looks-like-a-key|of-nobody|not-a-real-key|[A-Za-z0-9]{24}\\b)"),
    TOTP_SECRET("otpauth://|(?<![A-Z0-9/+_-])(?=[A-Z2-7]*[2-7])[A-Z2-7]{32}(?![A-Z0-9/+=_-])"),
    RECOVERY_CODE("(?<![a-z0-9-])[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){5}(?![a-z0-9-])"),
    EMAIL_ADDRESS("(?<!\\[)\\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}\\b"),
    CREDENTIAL_HEADER(
            "(?i)\\b(authorization|cookie|set-cookie)\\s*[:=]\\s*\\S|\\bBearer [A-Za-z0-9._~+/-]{16}|rechat_[a-z]+=");

    private final Pattern look;

    Secret(String look) {
        this.look = Pattern.compile(look);
    }

    /** The first of its kind in this line. */
    Optional<String> in(String line) {
        Matcher matcher = look.matcher(line);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
