package dev.rechat.runlog.search.index;

import dev.rechat.kernel.hash.Sha256;
import java.nio.charset.StandardCharsets;

/** Ids as a server takes them: of 512 bytes at most. A longer one is known by its hash. */
public final class DocumentIds {

    private static final int MOST_BYTES = 512;

    private DocumentIds() {}

    public static String of(String id) {
        return id.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES ? id : Sha256.hex(id);
    }
}
