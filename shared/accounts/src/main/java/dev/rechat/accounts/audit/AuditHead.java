package dev.rechat.accounts.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the chain and the hash there: it stands for everything up to it. Whoever notes it elsewhere can tell later whether
 * the end was cut off. Written as {@code position:hash}.
 */
public record AuditHead(long position, String hash) {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

    /** Before the first event. */
    static final AuditHead BEGINNING = new AuditHead(0, "0".repeat(64));

    /** Empty for a text that is no head. */
    public static Optional<AuditHead> parse(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new AuditHead(Long.parseLong(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return position + ":" + hash;
    }
}
