package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a knowledge base would have contributed. */
final class Citations {

    private static final String DATASET = "5f1c1e9a-4b0c-4f6e-9a53-1d8f0f0f7a01";

    private Citations() {}

    /** That many sources out of a handbook, each in both languages and some of them long. */
    static ArrayNode of(int count) {
        ArrayNode sources = Json.array();
        for (int i = 1; i <= count; i++) {
            String content = "Section " + i + ". A lease is a contract by which one party lets another use something. "
                    + "租约是一方允许另一方使用某物的合同。";
            sources.add(source(i, "Handbook " + (1 + i / 3) + ".pdf", 1.0 / (1 + 0.05 * i), content.repeat(i % 4 + 1)));
        }
        return sources;
    }

    /** Two sources if the app shows them, else none. */
    static ArrayNode of(SimulatedApp app) {
        ArrayNode sources = Json.array();
        if (app.citations()) {
            sources.add(source(1, "Handbook.pdf", 0.92, "The simulator answers every question about itself."));
            sources.add(source(2, "FAQ.md", 0.81, "Nothing leaves this machine while the simulator is used."));
        }
        return sources;
    }

    private static ObjectNode source(int position, String document, double score, String content) {
        ObjectNode json = Json.object()
                .put("position", position)
                .put("dataset_id", DATASET)
                .put("dataset_name", "Simulated knowledge")
                .put("document_id", DATASET.substring(0, 35) + position)
                .put("document_name", document)
                .put("data_source_type", "upload_file")
                .put("segment_id", DATASET.substring(0, 34) + "0" + position)
                .put("retriever_from", "api")
                .put("score", score)
                .put("hit_count", position)
                .put("word_count", content.length())
                .put("segment_position", position)
                .putNull("index_node_hash")
                .put("content", content)
                .putNull("page")
                .putNull("doc_metadata")
                .put("title", document);
        json.putArray("files");
        return json.putNull("summary");
    }
}
