package dev.rechat.conversation.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists of conversations page by page. */
final class Lists {

    static final String CONVERSATIONS = "/api/v1/conversations";

    private Lists() {}

    /** The ids of a whole list. @param query without the question mark */
    static List<String> ids(ApiClient who, String query) {
        return ids(who, query, 3);
    }

    static List<String> ids(ApiClient who, String query, int limit) {
        List<String> ids = new ArrayList<>();
        for (@Nullable String cursor = ""; cursor != null; ) {
            JsonNode page = who.get(CONVERSATIONS + "?" + query + "&limit=" + limit + cursor)
                    .json();
            page.path("data").forEach(each -> ids.add(each.path("id").asText()));
            String next = page.path("next_cursor").asText();
            cursor = page.path("next_cursor").isNull() ? null : "&cursor=" + next;
        }
        return ids;
    }
}
