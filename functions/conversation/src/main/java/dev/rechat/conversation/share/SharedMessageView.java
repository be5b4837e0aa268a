package dev.rechat.conversation.share;

import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.share.SharedMessage;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A message as the readers of a share see it.
 *
 * @param position from 1
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SharedMessageView(
        int position, String role, String content, String status, Instant createdAt, List<SharedFileView> files) {

    static SharedMessageView of(SharedMessage message, List<StoredFile> files, String token) {
        return new SharedMessageView(
                message.position(),
                message.role().name().toLowerCase(Locale.ROOT),
                message.content(),
                message.status().wireName(),
                message.createdAt(),
                files.stream().map(file -> SharedFileView.of(file, token)).toList());
    }

    /** Without the content: what people write is never logged. */
    @Override
    public String toString() {
        return "SharedMessageView[position=" + position + "]";
    }
}
