package dev.rechat.chat.turn;

import dev.rechat.kernel.hash.Sha256;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes two requests the same question. The app counts, not whether it was named by id or slug. */
@Serdeable
record Fingerprint(
        String app,
        @Nullable String conversation,
        @Nullable String parent,
        @Nullable String message,
        @Nullable JsonNode inputs,
        List<FileId> files,
        @Nullable Boolean temporary) {

    static Fingerprint of(AppId app, StartTurn start) {
        return new Fingerprint(
                app.toString(),
                text(start.conversationId()),
                text(start.parentMessageId()),
                start.message(),
                start.inputs(),
                start.filesOrNone(),
                start.beginsTemporary() ? true : null);
    }

    /** Of a filled in form. */
    static Fingerprint of(Turn paused, String formId, SubmitForm filled) {
        return new Fingerprint(paused.id().toString(), formId, filled.action(), null, filled.inputs(), List.of(), null);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    /** SHA-256 in hexadecimal. */
    String hash(JsonMapper json) {
        try {
            return HexFormat.of().formatHex(Sha256.digest(json.writeValueAsBytes(this)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a request that cannot be written", impossible);
        }
    }
}
