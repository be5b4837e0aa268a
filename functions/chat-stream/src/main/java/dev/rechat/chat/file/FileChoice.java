package dev.rechat.chat.file;

import dev.rechat.dify.DifyInputFile;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the files that a person names at one place against what that place takes. */
public final class FileChoice {

    private FileChoice() {}

    /**
     * What Dify is told of these files.
     *
     * @param problems to which everything wrong is added
     * @return not to be used when there were problems
     */
    public static List<DifyInputFile> check(
            String field, List<FileId> ids, FileRules rules, FileLookup files, List<FieldError> problems) {
        if (ids.size() > rules.maxCount() && rules.takesAny()) {
            problems.add(new FieldError(field, "too_many", "at most " + rules.maxCount() + " files are taken"));
        }
        List<DifyInputFile> checked = new ArrayList<>();
        for (FileId id : ids) {
            Optional<StoredFile> file = files.find(id);
            Optional<String> difyId = file.map(StoredFile::difyFileId);
            if (difyId.isEmpty()) {
                problems.add(new FieldError(field, "not_found", "file not found"));
                continue;
            }
            Optional<FileKind> kind = rules.kindOf(file.orElseThrow().name());
            if (kind.isEmpty()) {
                problems.add(new FieldError(field, "file_type", "files of this type are not taken"));
                continue;
            }
            checked.add(DifyInputFile.uploaded(kind.get().wireName(), difyId.get()));
        }
        return checked;
    }
}
