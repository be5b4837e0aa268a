package dev.rechat.accounts.throttle;

import dev.rechat.kernel.hash.Sha256;
import java.util.Arrays;
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
        return Sha256.hex(text.toString());
    }

    @Override
    public String toString() {
        return "Limit[" + policy.kind() + "]";
    }
}
