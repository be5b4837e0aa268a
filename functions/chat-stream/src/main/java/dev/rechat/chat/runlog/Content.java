package dev.rechat.chat.runlog;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people and apps said, as it may be kept. @param kept whether any of it may be */
record Content(JsonMapper json, boolean kept) {

    private static final int ERROR_CHARS = 20_000;
    private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]");

    /** The keys of a node's metadata that tell figures and places, not content. */
    private static final Set<String> FIGURES = Set.of(
            "total_tokens",
            "total_price",
            "currency",
            "iteration_id",
            "iteration_index",
            "loop_id",
            "loop_index",
            "parallel_id",
            "parallel_start_node_id",
            "parent_parallel_id",
            "parent_parallel_start_node_id",
            "parallel_mode_run_id",
            "iteration_duration_map",
            "loop_duration_map",
            "error_strategy",
            "rounds",
            "round_starts",
            "retry_index");

    /** Null for nothing, and for what is not to be kept. */
    @Nullable
    String of(@Nullable JsonNode node) {
        return node == null || !kept ? null : write(node);
    }

    /** An error is kept even where content is not: it is what one looks for. */
    static @Nullable String error(@Nullable String told) {
        return told == null || told.isEmpty() ? null : cut(told, ERROR_CHARS);
    }

    /** Null for none. */
    @Nullable
    String metadata(Map<String, JsonNode> told) {
        Map<String, JsonNode> shown = new LinkedHashMap<>(told);
        if (!kept) {
            shown.keySet().retainAll(FIGURES);
        }
        return shown.isEmpty() ? null : write(JsonNode.createObjectNode(shown));
    }

    private String write(JsonNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (IOException impossible) {
            throw new UncheckedIOException("JSON that cannot be written", impossible);
        }
    }

    /** Somebody else's words, as long as a column is. */
    static String name(@Nullable String told) {
        return told == null ? "" : cut(told, 255);
    }

    /** Somebody else's id, as long as a column is; columns of ids hold ASCII. */
    static String id(@Nullable String told) {
        return NOT_ASCII.matcher(name(told)).replaceAll("?");
    }

    static @Nullable String idOrNull(@Nullable String told) {
        return told == null || told.isEmpty() ? null : id(told);
    }

    /** Whether it can be the id of a run: the UUIDs of every Dify so far are. */
    static boolean isRunId(String told) {
        return !told.isBlank()
                && told.length() <= 36
                && !NOT_ASCII.matcher(told).find();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
