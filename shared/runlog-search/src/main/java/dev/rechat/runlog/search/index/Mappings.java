package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.search.client.Json;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is indexed of documents. All else, content above all, is kept as it was written and not looked into: {@code dynamic} is
 * off, so that no input of a workflow can make a field or contradict one.
 */
final class Mappings {

    private static final JsonNode KEYWORD = Json.object("type", "keyword");
    private static final JsonNode DATE = Json.object("type", "date", "format", "strict_date_optional_time");
    private static final JsonNode FLAG = Json.object("type", "boolean");
    private static final JsonNode WHOLE = Json.object("type", "long");
    private static final JsonNode FRACTION = Json.object("type", "double");
    private static final JsonNode WORDS =
            Json.object("type", "text", "analyzer", "rechat_text", "search_analyzer", "rechat_words", "norms", false);

    private Mappings() {}

    /** The words of a run are made for searching and not kept a second time. */
    static JsonNode of(RecordType type) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (String name : keywords(type)) {
            fields.put(name, KEYWORD);
        }
        fields.put("created_at", DATE);
        switch (type) {
            case WORKFLOW_RUNS -> {
                fields.put("finished_at", DATE);
                fields.put("ended", FLAG);
                fields.put("elapsed_time", FRACTION);
                fields.put("total_tokens", WHOLE);
                fields.put("text", WORDS);
            }
            case NODE_EXECUTIONS -> {
                fields.put("finished_at", DATE);
                fields.put("ended", FLAG);
                fields.put("elapsed_time", FRACTION);
                fields.put("index", WHOLE);
            }
            case PAUSES -> fields.put("resumed_at", DATE);
            case ARCHIVES -> fields.put("archived_at", DATE);
            case APP_LOGS, OFFLOADS -> {}
        }
        return Json.object(
                "dynamic",
                false,
                "_source",
                type == RecordType.WORKFLOW_RUNS ? Json.object("excludes", List.of("text")) : null,
                "properties",
                JsonNode.createObjectNode(fields));
    }

    /**
     * Words of any language, and of Chinese, Japanese and Korean pairs of signs; single signs are indexed too, so that one alone
     * is found. No word is left out for being frequent.
     */
    static JsonNode analysis() {
        return Json.object(
                "filter",
                Json.object("rechat_signs", Json.object("type", "cjk_bigram", "output_unigrams", true)),
                "analyzer",
                Json.object("rechat_text", analyzer("rechat_signs"), "rechat_words", analyzer("cjk_bigram")));
    }

    private static JsonNode analyzer(String signs) {
        return Json.object(
                "type", "custom", "tokenizer", "standard", "filter", List.of("cjk_width", "lowercase", signs));
    }

    private static List<String> keywords(RecordType type) {
        return switch (type) {
            case WORKFLOW_RUNS ->
                List.of(
                        "id",
                        "tenant_id",
                        "app_id",
                        "workflow_id",
                        "type",
                        "triggered_from",
                        "status",
                        "created_by",
                        "turn_id",
                        "conversation_id");
            case NODE_EXECUTIONS ->
                List.of(
                        "id",
                        "tenant_id",
                        "app_id",
                        "workflow_id",
                        "workflow_run_id",
                        "triggered_from",
                        "node_id",
                        "node_type",
                        "status",
                        "created_by");
            case APP_LOGS -> List.of("id", "tenant_id", "app_id", "workflow_run_id", "created_from", "created_by");
            case OFFLOADS -> List.of("id", "tenant_id", "app_id", "node_execution_id", "type");
            case PAUSES -> List.of("id", "tenant_id", "workflow_run_id");
            case ARCHIVES -> List.of("id", "tenant_id", "workflow_run_id");
        };
    }
}
