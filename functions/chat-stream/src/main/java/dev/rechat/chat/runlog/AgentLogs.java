package dev.rechat.chat.runlog;

import dev.rechat.dify.payload.AgentLogEntry;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agent notes within a workflow, of one execution; a later note of the same id replaces the earlier one. */
final class AgentLogs {

    private static final int MOST = 500;

    private final Map<String, AgentLogEntry> entries = new LinkedHashMap<>();
    private boolean cut;

    void add(AgentLogEntry entry) {
        String id = entry.id() == null ? Integer.toString(entries.size()) : entry.id();
        if (entries.size() < MOST || entries.containsKey(id)) {
            entries.put(id, entry);
        } else {
            cut = true;
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** As Dify has it in the metadata of an execution. */
    void into(Map<String, JsonNode> metadata) {
        if (entries.isEmpty() || metadata.containsKey("agent_log")) {
            return;
        }
        metadata.put(
                "agent_log",
                JsonNode.createArrayNode(
                        entries.values().stream().map(AgentLogs::node).toList()));
        if (cut) {
            metadata.put("agent_log_truncated", JsonNode.createBooleanNode(true));
        }
    }

    private static JsonNode node(AgentLogEntry entry) {
        Map<String, JsonNode> node = new LinkedHashMap<>();
        put(node, "id", entry.id());
        put(node, "parent_id", entry.parentId());
        put(node, "label", entry.label());
        put(node, "status", entry.status());
        put(node, "error", entry.error());
        if (entry.data() != null) {
            node.put("data", entry.data());
        }
        if (entry.metadata() != null) {
            node.put("metadata", entry.metadata());
        }
        return JsonNode.createObjectNode(node);
    }

    private static void put(Map<String, JsonNode> node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, JsonNode.createStringNode(value));
        }
    }
}
