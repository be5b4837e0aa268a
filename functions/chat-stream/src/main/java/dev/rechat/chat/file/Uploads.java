package dev.rechat.chat.file;

import dev.rechat.chat.app.AppParameters;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyFiles;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyUpload;
import dev.rechat.dify.DifyUploadedFile;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.FileDirection;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.web.upload.FormFile;
import dev.rechat.web.upload.UploadLimit;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Passes people's files on to Dify and remembers whose they are. */
@Singleton
final class Uploads {

    private final AppParameters parameters;
    private final DifyTargets targets;
    private final DifyFiles dify;
    private final FileRepository files;
    private final UploadLimit limit;
    private final IdGenerator ids;
    private final Clock clock;

    Uploads(
            AppParameters parameters,
            DifyTargets targets,
            DifyFiles dify,
            FileRepository files,
            UploadLimit limit,
            IdGenerator ids,
            Clock clock) {
        this.parameters = parameters;
        this.targets = targets;
        this.dify = dify;
        this.files = files;
        this.limit = limit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws AppException when the app would not take the file, or Dify does not */
    StoredFile upload(UserId user, App app, FormFile file) {
        if (file.name().isEmpty() || file.size() == 0) {
            throw new ValidationException("file", "invalid", "must have a name and content");
        }
        if (file.size() > limit.maxBytes()) {
            throw new RefusedException(
                    ErrorCode.PAYLOAD_TOO_LARGE, "files are taken up to " + limit.maxBytes() + " bytes");
        }
        FileKind kind = UploadRules.check(parameters.of(app), file.name(), file.size());
        return files.save(pass(user, app, file, kind));
    }

    /** In bytes, whatever the app takes. */
    int maxBytes() {
        return limit.maxBytes();
    }

    /**
     * Sends a file that has been checked.
     *
     * @return not stored yet
     * @throws AppException when Dify does not take it
     */
    StoredFile pass(UserId user, App app, FormFile file, FileKind kind) {
        DifyUploadedFile taken = send(user, app, file);
        return new StoredFile(
                ids.nextFileId(),
                user,
                app.id(),
                taken.id(),
                AnswerFiles.cut(file.name()),
                AnswerFiles.cut(file.mediaType()),
                kind,
                (long) file.size(),
                null,
                FileDirection.UPLOAD,
                null,
                clock.instant());
    }

    private DifyUploadedFile send(UserId user, App app, FormFile file) {
        try {
            return dify.upload(
                    targets.of(app), user.toString(), new DifyUpload(file.name(), file.mediaType(), file.content()));
        } catch (DifyRejectedException refused) {
            throw switch (refused.status()) {
                case 413 -> new RefusedException(ErrorCode.PAYLOAD_TOO_LARGE, "the file is too large for the app");
                case 415 ->
                    new RefusedException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "the app does not take files of this type");
                default ->
                    new DependencyException(ErrorCode.DIFY_REJECTED, "the app did not take the file", refused, null);
            };
        }
    }
}
