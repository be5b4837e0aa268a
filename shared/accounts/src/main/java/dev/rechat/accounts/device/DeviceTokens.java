package dev.rechat.accounts.device;

import dev.rechat.kernel.hash.OpaqueToken;
import dev.rechat.kernel.hash.Sha256;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a browser keeps: a token for each account that signed in with it, the latest last. */
record DeviceTokens(List<OpaqueToken> tokens) {

    /** A family's computer; also keeps the cookie small. */
    private static final int MOST = 5;

    DeviceTokens {
        tokens = List.copyOf(tokens);
    }

    /** What is none of ours is left out. */
    static DeviceTokens parse(@Nullable String cookie) {
        return new DeviceTokens(Arrays.stream((cookie == null ? "" : cookie).split("\\.", MOST + 1))
                .map(OpaqueToken::of)
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList());
    }

    /** With a new one, and without the oldest if there would be too many. */
    DeviceTokens plusRandom(SecureRandom random) {
        List<OpaqueToken> all = new ArrayList<>(tokens);
        all.add(OpaqueToken.random(random));
        return new DeviceTokens(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** Never empty: without a token, the hash of none, so that asking for it costs the same. */
    List<String> hashes() {
        return tokens.isEmpty()
                ? List.of(Sha256.hex(""))
                : tokens.stream().map(OpaqueToken::hash).toList();
    }

    String lastHash() {
        return tokens.getLast().hash();
    }

    String cookieValue() {
        return tokens.stream().map(OpaqueToken::value).collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return "DeviceTokens[]";
    }
}
