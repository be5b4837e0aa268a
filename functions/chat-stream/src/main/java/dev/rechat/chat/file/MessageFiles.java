package dev.rechat.chat.file;

import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.dify.payload.DifyFile;
import dev.rechat.dify.payload.FileUpload;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.file.FileDirection;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files of a turn. Before Dify is asked, {@link #resolve} turns the ids of a question into what Dify is told, and
 * {@link #lookup} does so for {@code InputForms}; in the transaction that stores the question, after it, {@link #attach}
 * lets the question carry them. While the answer comes, {@link #describe} makes an id of ours for each file without
 * touching the database, so that it can be told at once; {@link #store} keeps it, after the answer's row is there.
 * Thread-safe.
 */
@Singleton
public final class MessageFiles {

    private final FileRepository files;
    private final IdGenerator ids;
    private final Clock clock;

    MessageFiles(FileRepository files, IdGenerator ids, Clock clock) {
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What Dify is told of the files that a question names; a file named twice counts once. Uploads that another message
     * carries already may be used again.
     *
     * @param limits of the app, from its parameters
     * @throws ValidationException of {@code files}, with every problem: unknown, another person's or another app's file,
     *     too many, of a type that the app does not take
     */
    public List<DifyInputFile> resolve(UserId user, AppId app, FileUpload limits, List<FileId> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        FileRules rules = FileRules.of(limits);
        if (!rules.takesAny()) {
            throw new ValidationException("files", "not_taken", "the app takes no files");
        }
        List<FieldError> problems = new ArrayList<>();
        List<DifyInputFile> resolved = FileChoice.check("files", distinct(named), rules, lookup(user, app), problems);
        if (!problems.isEmpty()) {
            throw new ValidationException(problems);
        }
        return resolved;
    }

    /** The uploads of one person for one app. */
    public FileLookup lookup(UserId user, AppId app) {
        return id -> files.findOwned(id, user)
                .filter(file -> file.appId().equals(app) && file.direction() == FileDirection.UPLOAD);
    }

    /**
     * Lets a message carry uploads. One that another message carries stays there too: the new message gets a file of its
     * own that stands for the same bytes. Part of the caller's transaction; the message must be stored before.
     *
     * @param named checked by {@link #resolve}; what is not the user's is left out
     */
    public void attach(UserId user, MessageId message, List<FileId> named) {
        for (FileId id : distinct(named)) {
            if (files.attach(id, user, message) == 0) {
                files.findOwned(id, user)
                        .filter(file -> !message.equals(file.messageId()))
                        .ifPresent(file -> files.save(file.carriedBy(ids.nextFileId(), message)));
            }
        }
    }

    /**
     * Lets a message carry files that came within the question. Part of the caller's transaction; the message must be stored
     * before.
     */
    public void keep(UserId user, MessageId message, Enclosed enclosed) {
        enclosed.made().forEach(file -> files.save(file.carriedBy(file.id(), message)));
        attach(user, message, enclosed.uploads());
    }

    /** What Dify is told of the files that a stored message carries. */
    public List<DifyInputFile> carriedBy(UserId user, MessageId message) {
        return files.listCarriedBy(List.of(message), user).stream()
                .filter(file -> file.difyFileId() != null || file.sourceUrl() != null)
                .map(file -> told(file, file.kind()))
                .toList();
    }

    static DifyInputFile told(StoredFile file, FileKind kind) {
        String id = file.difyFileId();
        return id == null
                ? DifyInputFile.remote(kind.wireName(), Objects.requireNonNull(file.sourceUrl()))
                : DifyInputFile.uploaded(kind.wireName(), id);
    }

    /** A picture that stands elsewhere. Asks no database. */
    StoredFile remote(UserId user, AppId app, URI address) {
        String name = AnswerFiles.name(null, address.toString());
        return new StoredFile(
                ids.nextFileId(),
                user,
                app,
                null,
                name,
                FileNames.mediaType(name),
                FileKind.IMAGE,
                null,
                null,
                FileDirection.UPLOAD,
                address.toString(),
                clock.instant());
    }

    /** A file of an answer under a new id of ours. Asks no database. */
    public StoredFile describe(UserId user, AppId app, MessageId answer, DifyFile file) {
        String url = AnswerFiles.url(file.url(), file.remoteUrl());
        String name = AnswerFiles.name(file.filename(), url);
        return new StoredFile(
                ids.nextFileId(),
                user,
                app,
                AnswerFiles.difyId(file),
                name,
                AnswerFiles.mediaType(file.mimeType(), name),
                AnswerFiles.kind(file.type(), name),
                file.size(),
                answer,
                FileDirection.ANSWER,
                url,
                clock.instant());
    }

    /** The same for a file that a tool made; Dify tells little of it, and its id there finds no bytes. */
    public StoredFile describe(UserId user, AppId app, MessageId answer, DifyEvent.MessageFile file) {
        return describe(user, app, answer, asFile(file.type(), file.url()));
    }

    private static DifyFile asFile(@Nullable String type, @Nullable String url) {
        return new DifyFile(null, type, null, null, null, null, null, null, null, null, null, url);
    }

    /** Keeps a file of an answer, which must be stored before; a second time does nothing. */
    public void store(StoredFile file) {
        files.saveIfAbsent(file);
    }

    private static List<FileId> distinct(List<FileId> named) {
        return List.copyOf(new LinkedHashSet<>(named));
    }
}
