package dev.rechat.admin.app;

import dev.rechat.conversations.probe.BaseUrl;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.app.App;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of an app, for the audit log: the names of the fields, and what stood and stands in those that
 * decide who sees the app, what it shows and where its questions go. Never a key; of an address only the origin.
 */
final class AppChanges {

    private static final String FIELDS = "fields";

    private final List<String> fields = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    static AppChanges of(App before, App after) {
        AppChanges changes = new AppChanges();
        changes.told("slug", before.slug(), after.slug());
        changes.told("name", before.name(), after.name());
        changes.named("description", before.description(), after.description());
        changes.named("icon", before.icon(), after.icon());
        changes.told("mode", before.mode(), after.mode());
        changes.address(before.baseUrl(), after.baseUrl());
        changes.named("api_key", before.apiKeySealed(), after.apiKeySealed());
        changes.named("spare_key", before.spareKeySealed(), after.spareKeySealed());
        changes.told("enabled", before.enabled(), after.enabled());
        changes.told("order", before.sortOrder(), after.sortOrder());
        changes.told("visible_to", code(before.visibleTo()), code(after.visibleTo()));
        changes.told("show_thoughts", before.showThoughts(), after.showThoughts());
        changes.told("show_nodes", code(before.showNodes()), code(after.showNodes()));
        changes.told("show_citations", before.showCitations(), after.showCitations());
        changes.told("system_variable", text(before.systemVariable()), text(after.systemVariable()));
        return changes;
    }

    void groups(Collection<GroupId> before, Collection<GroupId> after) {
        told("group_ids", joined(before), joined(after));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(FIELDS, String.join(" ", fields));
        details.putAll(values);
        return details;
    }

    private void named(String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(name);
        }
    }

    private void told(String name, Object before, Object after) {
        if (!before.equals(after)) {
            fields.add(name);
            tell(name, before, after);
        }
    }

    private void tell(String name, Object before, Object after) {
        values.put("old_" + name, before.toString());
        values.put("new_" + name, after.toString());
    }

    /** A path can hold more than where something is. */
    private void address(String before, String after) {
        named("base_url", before, after);
        String oldOrigin = BaseUrl.parse(before).origin();
        String newOrigin = BaseUrl.parse(after).origin();
        if (!oldOrigin.equals(newOrigin)) {
            tell("base_url", oldOrigin, newOrigin);
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String joined(Collection<GroupId> groups) {
        return groups.stream().map(GroupId::toString).sorted().collect(Collectors.joining(" "));
    }
}
