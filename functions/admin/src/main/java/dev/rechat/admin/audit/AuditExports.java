package dev.rechat.admin.audit;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.AuditFilter;
import dev.rechat.persistence.audit.AuditLists;
import dev.rechat.persistence.audit.ListedEvent;
import dev.rechat.web.csv.CsvDocument;
import dev.rechat.web.download.Download;
import dev.rechat.web.download.Pieces;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Begins exports of the log, newest first. That somebody took it with them is written down first. */
@Singleton
final class AuditExports {

    private static final int PAGE = 500;

    private static final List<String> HEADER = List.of(
            "id",
            "at",
            "actor_id",
            "actor_email",
            "action",
            "target_type",
            "target_id",
            "address",
            "user_agent",
            "request_id",
            "details",
            "position",
            "hash");

    private final AuditLists events;
    private final AuditEventViews views;
    private final Audit audit;
    private final Clock clock;

    AuditExports(AuditLists events, AuditEventViews views, Audit audit, Clock clock) {
        this.events = events;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    Download begin(AuditSearch search, AuditExportFormat format, UserId administrator) {
        AuditFilter filter = search.filter();
        Map<String, String> details = new LinkedHashMap<>(search.details());
        details.put("format", format.wireName());
        audit.record(AuditAction.AUDIT_EXPORTED, administrator, Audit.LOG, "", details);
        String name = "rechat audit " + clock.instant().atZone(ZoneOffset.UTC).toLocalDate() + "." + format.wireName();
        return switch (format) {
            case CSV ->
                new Download(
                        name,
                        CsvDocument.MEDIA_TYPE,
                        new CsvDocument<>(HEADER, last -> page(filter, last), AuditExports::cells));
            case JSONL -> new Download(name, MediaType.of("application/jsonl; charset=utf-8"), lines(filter));
        };
    }

    private List<ListedEvent> page(AuditFilter filter, @Nullable ListedEvent last) {
        return events.page(
                filter, last == null ? AuditLists.NEWEST : last.event().id(), PAGE);
    }

    private Pieces lines(AuditFilter filter) {
        return new JsonLines<>(last -> page(filter, last), views::line);
    }

    private static List<String> cells(ListedEvent listed) {
        AuditEvent event = listed.event();
        return List.of(
                event.id(),
                event.at().toString(),
                Objects.toString(event.actorId(), ""),
                Objects.toString(listed.actorEmail(), ""),
                event.action(),
                event.targetType(),
                event.targetId(),
                event.address(),
                event.userAgent(),
                event.requestId(),
                event.details(),
                Objects.toString(listed.position(), ""),
                Objects.toString(listed.hash(), ""));
    }
}
