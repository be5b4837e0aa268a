package dev.rechat.conversation.importing;

import dev.rechat.kernel.id.ConversationId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * What became of a document.
 *
 * @param skipped how many conversations are there already
 * @param conversations the imported ones, in the order of the document
 * @param warnings what could not be kept as it was
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ImportResult(int imported, int skipped, List<Imported> conversations, List<Left> warnings) {

    /** A conversation that is new. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Imported(ConversationId id, String title) {

        /** Without the title: what people write is never logged. */
        @Override
        public String toString() {
            return "Imported[id=" + id + "]";
        }
    }

    /** One kind of thing that could not be kept, and how often. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Left(String code, int count, String message) {}
}
