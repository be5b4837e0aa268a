package dev.rechat.conversation.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What a conversation is called where it came from: whoever brings the same one again is known by it. */
final class SourceName {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private SourceName() {}

    /** Its id there; of one without an id, or with one that no column takes, a hash of it. */
    static String of(IncomingConversation conversation) {
        String id = conversation.id();
        if (id != null && PLAIN.matcher(id).matches()) {
            return conversation.source() + ":" + id;
        }
        MessageDigest hash = sha256();
        if (id == null) {
            update(hash, conversation.title());
            conversation.messages().forEach(message -> {
                update(hash, message.role().name());
                update(hash, message.content());
            });
        } else {
            update(hash, id);
        }
        return conversation.source() + ":sha256-" + HexFormat.of().formatHex(hash.digest());
    }

    private static void update(MessageDigest hash, String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
