package dev.rechat.accounts.device;

import dev.rechat.kernel.hash.Sha256;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps: a token for each account that signed in with it, the latest last. 256 random bits each, so their
 * hashes need no salt.
 */
record DeviceTokens(List<String> tokens) {

    /** A family's computer; also keeps the cookie small. */
    private static final int MOST = 5;

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    DeviceTokens {
        tokens = List.copyOf(tokens);
    }

    /** What is none of ours is left out. */
    static DeviceTokens parse(@Nullable String cookie) {
        return new DeviceTokens(Arrays.stream((cookie == null ? "" : cookie).split("\\.", MOST + 1))
                .filter(token -> FORM.matcher(token).matches())
                .limit(MOST)
                .toList());
    }

    /** With a new one, and without the oldest if there would be too many. */
    DeviceTokens plusRandom(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        List<String> all = new ArrayList<>(tokens);
        all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return new DeviceTokens(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** Never empty: without a token, the hash of none, so that asking for it costs the same. */
    List<String> hashes() {
        return tokens.isEmpty()
                ? List.of(hash(""))
                : tokens.stream().map(DeviceTokens::hash).toList();
    }

    String lastHash() {
        return hash(tokens.getLast());
    }

    String cookieValue() {
        return String.join(".", tokens);
    }

    private static String hash(String token) {
        return Sha256.hex(token);
    }

    @Override
    public String toString() {
        return "DeviceTokens[]";
    }
}
