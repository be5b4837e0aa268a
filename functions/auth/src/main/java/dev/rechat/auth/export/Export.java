package dev.rechat.auth.export;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.id.UserId;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks through everything a person owns, a page at a time. */
@Singleton
final class Export {

    private final ExportParts parts;
    private final Audit audit;

    Export(ExportParts parts, Audit audit) {
        this.parts = parts;
        this.audit = audit;
    }

    /** Whoever asks for the first page begins an export; that is written down. */
    Page<ExportRecord> page(UserId owner, PageRequest request) {
        @Nullable Cursor cursor = request.cursor();
        if (cursor == null) {
            audit.own(AuditAction.ACCOUNT_EXPORTED, owner, Map.of());
        }
        ExportPlace start = cursor == null
                ? ExportPlace.START
                : ExportPlace.of(cursor, parts.all().size());
        ExportPage page = new ExportPage(request.limit());
        List<String> after = start.after();
        for (int part = start.part(); part < parts.all().size(); part++) {
            parts.all().get(part).write(owner, after, page);
            if (page.full()) {
                return new Page<>(
                        page.records(),
                        new ExportPlace(part, page.place()).cursor().encode());
            }
            after = List.of();
        }
        return new Page<>(page.records(), null);
    }
}
