package dev.rechat.auth.export;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.SessionRepository;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.apikey.ApiKeyRepository;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.AuditRepository;
import dev.rechat.persistence.feedback.FeedbackRepository;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.folder.FolderRepository;
import jakarta.inject.Singleton;
import java.util.List;

/** All parts of an export, in the order in which they are written. The order is part of the cursors. */
@Singleton
final class ExportParts {

    /** Rows whose longest text is a name: about so many bytes each. */
    private static final long SMALL = 500;

    private final UserRepository users;
    private final AuditRepository events;
    private final StoredTree json;
    private final List<ExportPart> parts;

    ExportParts(
            UserRepository users,
            SessionRepository sessions,
            ApiKeyRepository keys,
            AuditRepository events,
            ConversationPart conversations,
            FeedbackRepository feedback,
            FileRepository files,
            FolderRepository folders,
            StoredTree json) {
        this.users = users;
        this.events = events;
        this.json = json;
        this.parts = List.of(
                this::account,
                ExportPart.flat(
                        sessions::listAllAfter, session -> session.id().toString(), _ -> SMALL, ExportedSession::of),
                ExportPart.flat(keys::listAllAfter, key -> key.id().toString(), _ -> SMALL, ExportedApiKey::of),
                this::events,
                conversations,
                ExportPart.flat(
                        feedback::listAllAfter,
                        each -> each.messageId().toString(),
                        each -> SMALL
                                + (each.reason() == null ? 0 : each.reason().length()),
                        ExportedFeedback::of),
                ExportPart.flat(files::listAllAfter, file -> file.id().toString(), _ -> SMALL, ExportedFile::of),
                ExportPart.flat(
                        folders::listAllAfter, folder -> folder.id().toString(), _ -> SMALL, ExportedFolder::of));
    }

    List<ExportPart> all() {
        return parts;
    }

    private void account(UserId owner, List<String> after, ExportPage page) {
        if (after.isEmpty()) {
            users.findById(owner)
                    .ifPresent(user -> page.add(
                            ExportedAccount.of(user), SMALL, List.of(user.id().toString())));
        }
    }

    private void events(UserId owner, List<String> after, ExportPage page) {
        ExportPart.<AuditEvent>flat(
                        (user, start, limit) -> events.listOfTargetAfter(Audit.USER, user.toString(), start, limit),
                        AuditEvent::id,
                        event -> SMALL + event.details().length(),
                        event -> ExportedEvent.of(event, owner, json.of(event.details())))
                .write(owner, after, page);
    }
}
