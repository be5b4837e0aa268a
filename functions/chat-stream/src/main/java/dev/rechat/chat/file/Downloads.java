package dev.rechat.chat.file;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyDownload;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyFiles;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyUnauthorizedException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.FileDirection;
import dev.rechat.persistence.file.StoredFile;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gets the bytes of files from Dify: by id where there is one, else from the address that the answer named. */
@Singleton
final class Downloads {

    private final DifyTargets targets;
    private final DifyFiles dify;

    Downloads(DifyTargets targets, DifyFiles dify) {
        this.targets = targets;
        this.dify = dify;
    }

    /**
     * @throws RefusedException {@code not_found} when Dify does not have it, or not yet
     * @throws DifyException when Dify cannot be asked
     */
    DifyDownload open(App app, StoredFile file) {
        DifyApp target = targets.of(app);
        return byId(target, file)
                .or(() -> byAddress(target, file))
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.NOT_FOUND,
                        "the app does not have this file any more; an upload can be read once a message carries it"));
    }

    private Optional<DifyDownload> byId(DifyApp target, StoredFile file) {
        String id = file.difyFileId();
        if (id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(dify.preview(target, file.userId().toString(), id));
        } catch (DifyRejectedException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Only from the app's own server: an answer can name any address, and we stand inside somebody's network. What a person
     * named is not asked for even there.
     */
    private Optional<DifyDownload> byAddress(DifyApp target, StoredFile file) {
        String url = file.sourceUrl();
        if (url == null || file.direction() == FileDirection.UPLOAD) {
            return Optional.empty();
        }
        try {
            // Dify leaves the server out where its operator has not told it.
            return Optional.of(dify.fetch(target, target.baseUrl().resolve(url)));
        } catch (IllegalArgumentException | DifyRejectedException | DifyUnauthorizedException notOrNoLonger) {
            return Optional.empty();
        }
    }
}
