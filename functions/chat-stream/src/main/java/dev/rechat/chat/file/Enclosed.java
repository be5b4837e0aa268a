package dev.rechat.chat.file;

import dev.rechat.dify.DifyInputFile;
import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.file.StoredFile;
import java.util.List;

/**
 * The files that came within a question, ready to be asked with.
 *
 * @param made stored with the question and not before, so that a question that is refused leaves none
 * @param uploads that were here before
 * @param told what Dify is told of all of them, in the order of the question
 */
public record Enclosed(List<StoredFile> made, List<FileId> uploads, List<DifyInputFile> told) {

    public static final Enclosed NONE = new Enclosed(List.of(), List.of(), List.of());

    public Enclosed {
        made = List.copyOf(made);
        uploads = List.copyOf(uploads);
        told = List.copyOf(told);
    }
}
