package dev.rechat.benchmarks.runlog;

import dev.rechat.kernel.id.AppId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An app's graph, one node after the other. */
record Graph(String name, List<Node> nodes) {

    record Node(String id, NodeKind kind, String title) {}

    /** Four of them with 32 nodes together. */
    static final List<Graph> ALL = List.of(
            of("answers", NodeKind.START, NodeKind.KNOWLEDGE, NodeKind.CONDITION, NodeKind.LLM, NodeKind.ANSWER),
            of(
                    "tickets",
                    NodeKind.START,
                    NodeKind.CODE,
                    NodeKind.HTTP,
                    NodeKind.CONDITION,
                    NodeKind.LLM,
                    NodeKind.CODE,
                    NodeKind.ANSWER),
            of(
                    "reports",
                    NodeKind.START,
                    NodeKind.KNOWLEDGE,
                    NodeKind.CODE,
                    NodeKind.LLM,
                    NodeKind.CONDITION,
                    NodeKind.HTTP,
                    NodeKind.CODE,
                    NodeKind.LLM,
                    NodeKind.ANSWER),
            of(
                    "contracts",
                    NodeKind.START,
                    NodeKind.CODE,
                    NodeKind.KNOWLEDGE,
                    NodeKind.CONDITION,
                    NodeKind.LLM,
                    NodeKind.HTTP,
                    NodeKind.CODE,
                    NodeKind.CONDITION,
                    NodeKind.LLM,
                    NodeKind.CODE,
                    NodeKind.ANSWER));

    Graph {
        nodes = List.copyOf(nodes);
    }

    private static Graph of(String name, NodeKind... kinds) {
        List<Node> nodes = new ArrayList<>();
        for (NodeKind kind : kinds) {
            int number = nodes.size() + 1;
            nodes.add(new Node(name + "-" + number, kind, kind.title() + " " + number));
        }
        return new Graph(name, nodes);
    }

    AppId app(Dweller dweller) {
        return AppId.of(id("app", dweller));
    }

    String workflow(Dweller dweller) {
        return id("workflow", dweller);
    }

    private String id(String what, Dweller dweller) {
        return UUID.nameUUIDFromBytes((what + dweller.name() + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
