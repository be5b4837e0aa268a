package dev.rechat.chat.file;

import dev.rechat.dify.DifyParameters;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.StoredFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks files that come within one question against what messages of the app may carry. */
final class EnclosureCheck {

    /** Whatever the app allows. */
    private static final int MOST = 50;

    private final FileRules uploaded;
    private final FileRules fetched;
    private final DifyParameters app;
    private final int maxBytes;
    private final FileLookup files;
    private final List<FieldError> problems = new ArrayList<>();

    EnclosureCheck(DifyParameters app, int maxBytes, FileLookup files) {
        this.uploaded = FileRules.of(app.fileUpload());
        this.fetched = FileRules.ofAddresses(app.fileUpload());
        this.app = app;
        this.maxBytes = maxBytes;
        this.files = files;
    }

    /** What was found right. */
    sealed interface Checked {
        FileKind kind();
    }

    record Bytes(String field, String name, byte[] bytes, FileKind kind) implements Checked {

        /** Without what is somebody's. */
        @Override
        public String toString() {
            return "Bytes[" + field + "]";
        }
    }

    record Remote(URI address) implements Checked {
        @Override
        public FileKind kind() {
            return FileKind.IMAGE;
        }
    }

    record Here(StoredFile file, FileKind kind) implements Checked {}

    /** @throws ValidationException with every problem */
    List<Checked> all(List<Enclosure> enclosures) {
        int most = Math.min(MOST, Math.max(uploaded.maxCount(), fetched.maxCount()));
        if (most > 0 && enclosures.size() > most) {
            problem(enclosures.get(most), "too_many", "at most " + most + " files are taken");
        }
        List<Checked> checked = new ArrayList<>();
        for (Enclosure each : enclosures) {
            switch (each) {
                case Enclosure.Inline inline -> inline(inline).ifPresent(checked::add);
                case Enclosure.Image image -> remote(image).ifPresent(checked::add);
                case Enclosure.Upload upload -> here(upload).ifPresent(checked::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new ValidationException(problems);
        }
        return checked;
    }

    private Optional<Checked> inline(Enclosure.Inline file) {
        if (!uploaded.takesAny()) {
            return problem(file, "not_taken", "the app takes no files");
        }
        // Not decoded before it is known to be small enough: four characters are three bytes.
        if (file.base64().length() / 4L * 3 > maxBytes + 2L) {
            return tooLarge(file, maxBytes);
        }
        byte[] bytes = decoded(file.base64());
        if (bytes == null || bytes.length == 0) {
            return problem(file, "invalid", "must be a file in base64");
        }
        Optional<String> name = name(file, bytes);
        if (name.isEmpty()) {
            return file.image()
                    ? problem(file, "file_type", "must be a picture: PNG, JPEG, GIF or WebP")
                    : problem(file, "required", "must have a filename");
        }
        if (!FileContents.fits(name.get(), bytes)) {
            return problem(file, "file_type", "what it holds is not what its name says");
        }
        Optional<FileKind> kind = uploaded.kindOf(name.get());
        if (kind.isEmpty()) {
            return problem(file, "file_type", "files of this type are not taken");
        }
        long limit = Math.min(maxBytes, UploadRules.maxBytes(app, name.get()));
        return bytes.length > limit
                ? tooLarge(file, limit)
                : Optional.of(new Bytes(file.field(), name.get(), bytes, kind.get()));
    }

    private static Optional<String> name(Enclosure.Inline file, byte[] bytes) {
        if (file.image()) {
            return FileContents.picture(bytes).map(extension -> "image." + extension);
        }
        String given = file.name() == null ? "" : FileNames.plain(file.name());
        return given.isEmpty()
                ? FileContents.recognise(bytes).map(extension -> "file." + extension)
                : Optional.of(given);
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    private Optional<Checked> remote(Enclosure.Image image) {
        if (!fetched.kinds().contains(FileKind.IMAGE)) {
            return problem(image, "not_taken", "the app takes no pictures by address; send them as data URLs");
        }
        return Optional.of(new Remote(image.address()));
    }

    private Optional<Checked> here(Enclosure.Upload upload) {
        Optional<StoredFile> file = files.find(upload.id()).filter(found -> found.difyFileId() != null);
        if (file.isEmpty()) {
            return problem(upload, "not_found", "file not found");
        }
        Optional<FileKind> kind = uploaded.kindOf(file.get().name());
        return kind.isEmpty()
                ? problem(upload, "file_type", "files of this type are not taken")
                : Optional.of(new Here(file.get(), kind.get()));
    }

    private Optional<Checked> tooLarge(Enclosure file, long limit) {
        return problem(file, "too_large", "files of this type are taken up to " + limit + " bytes");
    }

    private Optional<Checked> problem(Enclosure at, String code, String message) {
        problems.add(new FieldError(at.field(), code, message));
        return Optional.empty();
    }
}
