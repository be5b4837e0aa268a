package dev.rechat.admin.app;

import dev.rechat.persistence.app.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The names of what differs between two states of an app, for the audit log: never what stands in them. */
final class ChangedFields {

    private ChangedFields() {}

    static List<String> of(App before, App after) {
        List<String> names = new ArrayList<>();
        note(names, "slug", before.slug(), after.slug());
        note(names, "name", before.name(), after.name());
        note(names, "description", before.description(), after.description());
        note(names, "icon", before.icon(), after.icon());
        note(names, "mode", before.mode(), after.mode());
        note(names, "base_url", before.baseUrl(), after.baseUrl());
        note(names, "api_key", before.apiKeySealed(), after.apiKeySealed());
        note(names, "spare_key", before.spareKeySealed(), after.spareKeySealed());
        note(names, "enabled", before.enabled(), after.enabled());
        note(names, "order", before.sortOrder(), after.sortOrder());
        note(names, "visible_to", before.visibleTo(), after.visibleTo());
        note(names, "show_thoughts", before.showThoughts(), after.showThoughts());
        note(names, "show_nodes", before.showNodes(), after.showNodes());
        note(names, "show_citations", before.showCitations(), after.showCitations());
        return names;
    }

    private static void note(List<String> names, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            names.add(name);
        }
    }
}
