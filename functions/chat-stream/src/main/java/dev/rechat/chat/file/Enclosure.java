package dev.rechat.chat.file;

import dev.rechat.kernel.id.FileId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A file that comes within a question, not yet checked against what the app takes. */
public sealed interface Enclosure {

    /** Where it stands in the request. */
    String field();

    /**
     * The file itself.
     *
     * @param name null where none was given: what it holds tells its type then
     * @param image whether it must be a picture
     */
    record Inline(String field, @Nullable String name, String base64, boolean image) implements Enclosure {

        /** A picture, which has no name. */
        public static Inline image(String field, String base64) {
            return new Inline(field, null, base64, true);
        }

        /** Without what is somebody's. */
        @Override
        public String toString() {
            return "Inline[" + field + "]";
        }
    }

    /** A picture that Dify is to fetch; nobody here does. */
    record Image(String field, URI address) implements Enclosure {

        /** Without what is somebody's. */
        @Override
        public String toString() {
            return "Image[" + field + "]";
        }
    }

    /** A file that was uploaded here before. */
    record Upload(String field, FileId id) implements Enclosure {}
}
