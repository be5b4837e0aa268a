package dev.rechat.admin.usage;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.admin.export.Asked;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.usage.UsageFilter;
import dev.rechat.web.csv.CsvDocument;
import dev.rechat.web.download.Download;
import jakarta.inject.Singleton;
import java.util.Map;

/** Begins exports of usage; who takes the figures of everybody along is written down before the first of them leaves. */
@Singleton
final class UsageExports {

    private final UsageTable table;
    private final Audit audit;

    UsageExports(UsageTable table, Audit audit) {
        this.table = table;
        this.audit = audit;
    }

    Download begin(UsageFilter filter, UserId administrator) {
        audit.record(AuditAction.USAGE_EXPORTED, administrator, Audit.USAGE, "", told(filter));
        String name = "usage-" + filter.from() + "-" + filter.to() + ".csv";
        return new Download(name, CsvDocument.MEDIA_TYPE, table.document(filter));
    }

    private static Map<String, String> told(UsageFilter filter) {
        return new Asked()
                .with("from", filter.from())
                .with("to", filter.to())
                .with("app_id", filter.app())
                .with("user_id", filter.user())
                .asMap();
    }
}
