package dev.rechat.chat.file;

import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.dify.DifyParameters;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.web.upload.FormFile;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Passes files that come within a question on to Dify: all are checked before the first is sent. Thread-safe. */
@Singleton
public final class Enclosures {

    private final MessageFiles files;
    private final Uploads uploads;

    Enclosures(MessageFiles files, Uploads uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    /**
     * Sends them. Dify has no way to take an upload back, so what can keep the question from being asked comes first.
     *
     * @param sending is done when all have been checked, before the first is sent; what it throws is thrown on
     * @throws ValidationException naming each that the app does not take
     * @throws DifyException when Dify cannot be asked
     */
    public Enclosed enclose(UserId user, App app, DifyParameters known, List<Enclosure> enclosures, Runnable sending) {
        if (enclosures.isEmpty()) {
            return Enclosed.NONE;
        }
        var check = new EnclosureCheck(known, uploads.maxBytes(), files.lookup(user, app.id()));
        List<EnclosureCheck.Checked> checked = check.all(enclosures);
        sending.run();
        List<StoredFile> made = new ArrayList<>();
        List<FileId> before = new ArrayList<>();
        List<DifyInputFile> told = new ArrayList<>();
        for (EnclosureCheck.Checked each : checked) {
            StoredFile file = switch (each) {
                case EnclosureCheck.Bytes bytes -> send(user, app, bytes);
                case EnclosureCheck.Remote remote -> files.remote(user, app.id(), remote.address());
                case EnclosureCheck.Here here -> here.file();
            };
            if (each instanceof EnclosureCheck.Here) {
                before.add(file.id());
            } else {
                made.add(file);
            }
            told.add(MessageFiles.told(file, each.kind()));
        }
        return new Enclosed(made, before, told);
    }

    private StoredFile send(UserId user, App app, EnclosureCheck.Bytes file) {
        var form = new FormFile(file.name(), FileNames.mediaType(file.name()), ByteBuffer.wrap(file.bytes()));
        try {
            return uploads.pass(user, app, form, file.kind());
        } catch (RefusedException refused) {
            boolean large = refused.code() == ErrorCode.PAYLOAD_TOO_LARGE;
            throw new ValidationException(
                    file.field(), large ? "too_large" : "file_type", String.valueOf(refused.getMessage()));
        }
    }
}
