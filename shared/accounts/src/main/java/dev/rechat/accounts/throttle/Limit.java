package dev.rechat.accounts.throttle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A policy applied to somebody. */
public final class Limit {

    private final Policy policy;
    private final String subject;

    Limit(Policy policy, Object... who) {
        this.policy = policy;
        this.subject =
                digest(policy.kind(), Arrays.stream(who).map(Object::toString).toList());
    }

    Policy policy() {
        return policy;
    }

    /** What its counter is found by. Counting needs no names, so none are kept. */
    String subject() {
        return subject;
    }

    /** Each part with its length before it: no two different lists give one text. */
    private static String digest(String kind, List<String> who) {
        StringBuilder text = new StringBuilder(kind);
        who.forEach(part -> text.append('\n').append(part.length()).append(':').append(part));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Limit[" + policy.kind() + "]";
    }
}
