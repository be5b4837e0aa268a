package dev.rechat.local.access;

import dev.rechat.web.paging.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Every place of the API where a request can name something. */
final class IdSlots {

    /** What is sent; of {@code mine} and {@code theirs}, the slot holds what is theirs. */
    record Attempt(String path, @Nullable String body) {}

    /**
     * @param name operation and parameter
     * @param attempt of mine and theirs
     */
    record Slot(String name, Operation operation, BiFunction<Belongings, Belongings, Attempt> attempt) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** When everything was made and last used, as cursors have it. */
    private static final String NOON = String.valueOf(Belongings.MADE.toEpochMilli());

    /**
     * Parameters that name nothing that belongs to anybody; an idempotency key is one person's by how it is hashed, the mark of a
     * file's address one key's ({@code FileLinkIT}), and a cookie a secret.
     */
    private static final Set<String> NO_IDS = Set.of(
            "Idempotency-Key",
            "Last-Event-ID",
            "action",
            "active",
            "by",
            "download",
            "dry_run",
            "error",
            "format",
            "from",
            "head",
            "last",
            "limit",
            "mark",
            "period_start",
            "others",
            "permanent",
            "place",
            "q",
            "query",
            "rating",
            "role",
            "sort",
            "source",
            "status",
            "target_type",
            "to",
            "triggered_from",
            "whole",
            "with_reason",
            "zone");

    /** Fields that name nothing that belongs to anybody. Files in {@code inputs} are looked up as those in {@code files};
     * the name of a chat in {@code metadata} is each person's own. */
    private static final Set<String> FREE_FIELDS = Set.of(
            "action",
            "active",
            "amount",
            "api_key",
            "archived",
            "base_url",
            "code",
            "currency",
            "current_password",
            "description",
            "display_name",
            "email",
            "enabled",
            "expires_at",
            "expires_in_days",
            "function_call",
            "icon",
            "inputs",
            "language",
            "lift",
            "logprobs",
            "measure",
            "message",
            "messages",
            "metadata",
            "modalities",
            "n",
            "name",
            "new_password",
            "order",
            "password",
            "per_person",
            "period",
            "pinned",
            "rating",
            "reason",
            "requests_per_minute",
            "reserve",
            "response_format",
            "role",
            "scopes",
            "show_citations",
            "show_nodes",
            "show_thoughts",
            "slug",
            "sort_order",
            "stop",
            "stream",
            "stream_options",
            "system_variable",
            "tags",
            "temporary",
            "title",
            "token",
            "tool_choice",
            "tools",
            "totp",
            "trusted",
            "value",
            "visible_to");

    /**
     * Where everybody may name everything: apps are the house's, and which may be used is the access matrix's matter and that of
     * {@code HiddenAppIT}; administrators put anybody into any group; the token of a share is for whoever was given it.
     */
    private static final Set<String> OF_THE_HOUSE = Set.of(
            "GET /api/v1/admin/apps cursor",
            "GET /api/v1/admin/audit actor_id",
            "GET /api/v1/admin/audit cursor",
            "GET /api/v1/admin/audit target_id",
            "GET /api/v1/admin/audit/export actor_id",
            "GET /api/v1/admin/audit/export target_id",
            "GET /api/v1/admin/audit/verification cursor",
            "GET /api/v1/admin/budgets cursor",
            "GET /api/v1/admin/budgets/{id}/charges cursor",
            "GET /api/v1/admin/budgets/{id}/charges person",
            "GET /api/v1/admin/budgets/{id}/counters cursor",
            "GET /api/v1/admin/dify-deletions cursor",
            "GET /api/v1/admin/usage app_id",
            "GET /api/v1/admin/usage cursor",
            "GET /api/v1/admin/usage user_id",
            "GET /api/v1/admin/usage/export app_id",
            "GET /api/v1/admin/usage/export user_id",
            "GET /api/v1/admin/usage/summary app_id",
            "GET /api/v1/admin/usage/summary user_id",
            "GET /api/v1/admin/usage/turns app_id",
            "GET /api/v1/admin/usage/turns cursor",
            "GET /api/v1/admin/usage/turns user_id",
            "GET /api/v1/admin/feedback app_id",
            "GET /api/v1/admin/feedback cursor",
            "GET /api/v1/admin/feedback user_id",
            "GET /api/v1/admin/feedback/export app_id",
            "GET /api/v1/admin/feedback/export user_id",
            "GET /api/v1/admin/groups cursor",
            "GET /api/v1/admin/groups/{id}/members cursor",
            "GET /api/v1/admin/runs app_id",
            "GET /api/v1/admin/runs cursor",
            "GET /api/v1/admin/runs user_id",
            "GET /api/v1/admin/runs/counts app_id",
            "GET /api/v1/admin/runs/statistics app_id",
            "GET /api/v1/admin/settings/{key}/history cursor",
            "GET /api/v1/admin/settings/{key}/history key",
            "GET /api/v1/admin/users cursor",
            "GET /api/v1/admin/users group_id",
            "GET /api/v1/apps cursor",
            "GET /api/v1/apps/{id} id",
            "GET /api/v1/chat/turns/{id}/events after",
            "GET /api/v1/conversations app_id",
            "GET /api/v1/conversations/search app_id",
            "GET /api/v1/shared/{token} token",
            "GET /api/v1/shared/{token}/files/{fileId} token",
            "GET /api/v1/shared/{token}/messages after",
            "GET /api/v1/shared/{token}/messages token",
            "GET /api/v1/usage cursor",
            "GET /v1/models/{id} id",
            "PATCH /api/v1/admin/apps/{id} group_ids",
            "PATCH /api/v1/auth/keys/{id} apps",
            "POST /api/v1/admin/apps group_ids",
            "POST /api/v1/admin/budgets app_id",
            "POST /api/v1/admin/budgets group_id",
            "POST /api/v1/admin/budgets user_id",
            "POST /api/v1/admin/users group_ids",
            "POST /api/v1/auth/keys apps",
            "POST /api/v1/chat/stream app_id",
            "POST /api/v1/conversations/import app_id",
            "POST /v1/chat/completions model",
            "PUT /api/v1/admin/groups/{id}/members add",
            "PUT /api/v1/admin/groups/{id}/members remove",
            "PUT /api/v1/admin/settings/{key} key");

    private static final String LISTED = "/api/v1/conversations?";

    private static final String FOUND = "/api/v1/conversations/search?q=a&";

    /** Slots beside the path. */
    private static final Map<String, BiFunction<Belongings, Belongings, Attempt>> ATTEMPTS = Map.ofEntries(
            Map.entry(
                    "GET /api/v1/auth/keys cursor",
                    (mine, theirs) -> new Attempt("/api/v1/auth/keys?cursor=" + place(theirs.key()), null)),
            Map.entry(
                    "GET /api/v1/auth/me/export cursor",
                    (mine, theirs) ->
                            new Attempt("/api/v1/auth/me/export?cursor=" + place(theirs.conversation()), null)),
            Map.entry(
                    "GET /api/v1/auth/sessions cursor",
                    (mine, theirs) ->
                            new Attempt("/api/v1/auth/sessions?cursor=" + place(NOON, theirs.session()), null)),
            Map.entry(
                    "GET /api/v1/conversations cursor",
                    (mine, theirs) ->
                            new Attempt(LISTED + "cursor=" + place("others", NOON, theirs.conversation()), null)),
            Map.entry(
                    "GET /api/v1/conversations folder_id",
                    (mine, theirs) -> new Attempt(LISTED + "folder_id=" + theirs.folder(), null)),
            Map.entry(
                    "GET /api/v1/conversations tag",
                    (mine, theirs) -> new Attempt(LISTED + "tag=" + theirs.tag(), null)),
            Map.entry(
                    "GET /api/v1/conversations/search cursor",
                    (mine, theirs) -> new Attempt(FOUND + "cursor=" + place(NOON, theirs.conversation()), null)),
            Map.entry(
                    "GET /api/v1/conversations/search folder_id",
                    (mine, theirs) -> new Attempt(FOUND + "folder_id=" + theirs.folder(), null)),
            Map.entry(
                    "GET /api/v1/conversations/search tag",
                    (mine, theirs) -> new Attempt(FOUND + "tag=" + theirs.tag(), null)),
            Map.entry(
                    "GET /api/v1/usage/budgets cursor",
                    (mine, theirs) -> new Attempt("/api/v1/usage/budgets?cursor=" + place(theirs.budget()), null)),
            Map.entry(
                    "PATCH /api/v1/conversations/{id} folder_id",
                    (mine, theirs) -> new Attempt(
                            "/api/v1/conversations/" + mine.conversation(),
                            "{\"title\":\"Moved\",\"folder_id\":\"" + theirs.folder() + "\"}")),
            Map.entry(
                    "GET /api/v1/conversations/{id}/messages before",
                    (mine, theirs) -> new Attempt(messages(mine) + "?before=" + theirs.answer(), null)),
            Map.entry(
                    "GET /api/v1/conversations/{id}/messages after",
                    (mine, theirs) -> new Attempt(messages(mine) + "?after=" + theirs.question(), null)),
            Map.entry(
                    "GET /api/v1/shared/{token}/files/{fileId} fileId",
                    (mine, theirs) ->
                            new Attempt("/api/v1/shared/" + mine.shareToken() + "/files/" + theirs.sharedFile(), null)),
            Map.entry(
                    "GET /api/v1/shares cursor",
                    (mine, theirs) -> new Attempt("/api/v1/shares?cursor=" + place(theirs.conversation()), null)),
            Map.entry(
                    "POST /api/v1/conversations/{id}/shares leaf_message_id",
                    (mine, theirs) -> new Attempt(
                            "/api/v1/conversations/" + mine.conversation() + "/shares",
                            "{\"leaf_message_id\":\"" + theirs.question() + "\"}")),
            Map.entry(
                    "POST /api/v1/chat/stream conversation_id",
                    (mine, theirs) -> asking(mine, "\"conversation_id\":\"" + theirs.conversation() + "\"")),
            Map.entry(
                    "POST /api/v1/chat/stream parent_message_id",
                    (mine, theirs) -> asking(
                            mine,
                            "\"conversation_id\":\"%s\",\"parent_message_id\":\"%s\""
                                    .formatted(mine.conversation(), theirs.answer()))),
            Map.entry(
                    "POST /api/v1/chat/stream files",
                    (mine, theirs) -> asking(mine, "\"files\":[\"" + theirs.upload() + "\"]")),
            Map.entry(
                    "POST /api/v1/chat/stream turn_id",
                    (mine, theirs) -> asking(mine, "\"turn_id\":\"" + theirs.turn() + "\"")),
            Map.entry(
                    "POST /api/v1/chat/text-to-speech message_id",
                    (mine, theirs) ->
                            new Attempt("/api/v1/chat/text-to-speech", "{\"message_id\":\"" + theirs.answer() + "\"}")),
            Map.entry(
                    "POST /api/v1/chat/turns/{id}/forms/{formId} turn_id",
                    (mine, theirs) -> new Attempt(
                            "/api/v1/chat/turns/%s/forms/%s".formatted(mine.turn(), mine.form()),
                            "{\"action\":\"approve\",\"inputs\":{},\"turn_id\":\"%s\"}".formatted(theirs.turn()))));

    private IdSlots() {}

    private static String place(String... parts) {
        return Cursor.of(parts).encode();
    }

    private static String messages(Belongings mine) {
        return "/api/v1/conversations/" + mine.conversation() + "/messages";
    }

    private static Attempt asking(Belongings mine, String more) {
        return new Attempt(
                "/api/v1/chat/stream", "{\"app_id\":\"%s\",\"message\":\"Hi\",%s}".formatted(mine.sharedApp(), more));
    }

    /**
     * The slots of these operations.
     *
     * @param unknown gets what nobody has said anything about
     */
    static List<Slot> of(List<Operation> operations, List<String> unknown) {
        List<Slot> slots = new ArrayList<>();
        for (Operation operation : operations) {
            operation.parameters().forEach(parameter -> {
                if (!NO_IDS.contains(parameter.name()) && !parameter.in().equals("cookie")) {
                    add(operation, parameter.name(), parameter.in().equals("path"), slots, unknown);
                }
            });
            operation.fields().stream()
                    .filter(field -> !FREE_FIELDS.contains(field))
                    .forEach(field -> add(operation, field, false, slots, unknown));
        }
        return slots;
    }

    private static void add(
            Operation operation, String parameter, boolean inPath, List<Slot> slots, List<String> unknown) {
        String name = operation.name() + " " + parameter;
        var attempt = ATTEMPTS.get(name);
        if (OF_THE_HOUSE.contains(name)) {
            return;
        }
        if (attempt != null) {
            slots.add(new Slot(name, operation, attempt));
        } else if (inPath) {
            slots.add(new Slot(name, operation, (mine, theirs) -> inPath(operation, parameter, mine, theirs)));
        } else {
            unknown.add(name);
        }
    }

    private static Attempt inPath(Operation operation, String parameter, Belongings mine, Belongings theirs) {
        Belongings named = parameter.equals("formId") ? mine.withForm(theirs) : theirs;
        return new Attempt(Requests.path(operation, named), Requests.body(operation, named));
    }
}
