package dev.rechat.local.access;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is sent to an operation so that, whoever may use it, finds what it names. */
final class Requests {

    /** What stands for a path parameter, by the path up to it. */
    private static final Map<String, Function<Belongings, String>> IDS = Map.ofEntries(
            Map.entry("/api/v1/admin/apps/{id}", Belongings::app),
            Map.entry("/api/v1/admin/budgets/{id}", Belongings::budget),
            Map.entry("/api/v1/admin/feedback/{messageId}", Belongings::answer),
            Map.entry("/api/v1/admin/groups/{id}", Belongings::group),
            Map.entry("/api/v1/admin/runs/{id}", Belongings::run),
            Map.entry("/api/v1/admin/runs/{id}/nodes/{nodeId}", Belongings::node),
            Map.entry("/api/v1/admin/settings/{key}", it -> "registration"),
            Map.entry("/api/v1/admin/users/{id}", Belongings::account),
            Map.entry("/api/v1/apps/{id}", Belongings::app),
            Map.entry("/api/v1/auth/keys/{id}", Belongings::key),
            Map.entry("/api/v1/auth/sessions/{id}", Belongings::session),
            Map.entry("/api/v1/chat/files/{id}", Belongings::upload),
            Map.entry("/api/v1/chat/messages/{id}", Belongings::answer),
            Map.entry("/api/v1/chat/turns/{id}", Belongings::turn),
            Map.entry("/api/v1/chat/turns/{id}/forms/{formId}", Belongings::form),
            Map.entry("/api/v1/conversations/{id}", Belongings::conversation),
            Map.entry("/api/v1/folders/{id}", Belongings::folder),
            Map.entry("/api/v1/shared/{token}", Belongings::shareToken),
            Map.entry("/api/v1/shared/{token}/files/{fileId}", Belongings::sharedFile),
            Map.entry("/api/v1/shares/{id}", Belongings::conversation),
            Map.entry("/v1/files/{id}", Belongings::upload),
            Map.entry("/v1/models/{id}", Belongings::app));

    /**
     * Bodies where an empty one would hide whether the object was found. Elsewhere {@code {}} does: who may not use the
     * operation is told so before the body is looked at. Passwords are wrong on purpose: nothing is to be destroyed.
     */
    private static final Map<String, Function<Belongings, String>> BODIES = Map.ofEntries(
            Map.entry("PATCH /api/v1/admin/users/{id}", it -> "{\"active\":true}"),
            Map.entry("PUT /api/v1/admin/apps/{id}/spare-key", it -> "{\"api_key\":\"app-of-nobody\"}"),
            Map.entry("PUT /api/v1/chat/messages/{id}/feedback", it -> "{\"rating\":\"like\"}"),
            Map.entry("POST /api/v1/chat/text-to-speech", it -> "{\"message_id\":\"" + it.answer() + "\"}"),
            Map.entry("POST /api/v1/chat/turns/{id}/forms/{formId}", it -> "{\"action\":\"approve\",\"inputs\":{}}"),
            Map.entry("PATCH /api/v1/conversations/{id}", it -> "{\"title\":\"Renamed\"}"),
            Map.entry("PATCH /api/v1/folders/{id}", it -> "{\"name\":\"Renamed\"}"));

    /** What would end the sender's own session without it. */
    private static final Map<String, String> QUERIES = Map.of("DELETE /api/v1/auth/sessions", "?others=true");

    private Requests() {}

    /** @throws IllegalStateException for a path parameter that nobody has said what to put in */
    static String path(Operation operation, Belongings named) {
        String template = operation.path();
        StringBuilder path = new StringBuilder();
        int end = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', end)) {
            path.append(template, end, open);
            end = template.indexOf('}', open) + 1;
            Function<Belongings, String> maker = IDS.get(template.substring(0, end));
            if (maker == null) {
                throw new IllegalStateException("Say in Requests.IDS what stands in " + template.substring(0, end));
            }
            path.append(maker.apply(named));
        }
        return path.append(template.substring(end))
                .append(QUERIES.getOrDefault(operation.name(), ""))
                .toString();
    }

    static @Nullable String body(Operation operation, Belongings named) {
        Function<Belongings, String> body = BODIES.get(operation.name());
        if (body != null) {
            return body.apply(named);
        }
        if (operation.multipart()) {
            return "--edge--\r\n";
        }
        return operation.body() ? "{}" : null;
    }
}
