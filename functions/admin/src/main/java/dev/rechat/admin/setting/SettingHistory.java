package dev.rechat.admin.setting;

import dev.rechat.accounts.setting.Setting;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AccountName;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.setting.SettingHistoryRepository;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who changed a setting, when, and from what to what, as far back as the audit log goes. */
@Singleton
class SettingHistory {

    private static final Argument<Map<String, String>> DETAILS = Argument.mapOf(String.class, String.class);

    private final SettingHistoryRepository events;
    private final Editors editors;
    private final ObjectMapper json;

    SettingHistory(SettingHistoryRepository events, Editors editors, ObjectMapper json) {
        this.events = events;
        this.editors = editors;
        this.json = json;
    }

    /** Newest first. @throws NotFoundException when there is no such setting */
    Page<SettingChangeView> page(String key, PageRequest request) {
        if (Setting.of(key).isEmpty()) {
            throw new NotFoundException("setting");
        }
        String before =
                request.start().map(cursor -> String.join("", cursor.parts())).orElse(SettingHistoryRepository.NEWEST);
        List<AuditEvent> rows = events.list(key, before, request.rows());
        Map<UserId, AccountName> names = editors.named(
                rows.stream().map(AuditEvent::actorId).filter(Objects::nonNull).toList());
        return request.page(rows, row -> Cursor.of(row.id()), row -> view(row, names));
    }

    private SettingChangeView view(AuditEvent event, Map<UserId, AccountName> names) {
        try {
            Map<String, String> details = Objects.requireNonNull(json.readValue(event.details(), DETAILS));
            UserId actor = event.actorId();
            return new SettingChangeView(
                    event.at(),
                    actor == null ? null : EditorView.of(actor, names.get(actor)),
                    value(details.get("old")),
                    value(details.get("new")));
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    private JsonNode value(@Nullable String text) throws IOException {
        return Objects.requireNonNullElse(
                json.readValue(text == null ? "null" : text, JsonNode.class), JsonNode.nullNode());
    }
}
