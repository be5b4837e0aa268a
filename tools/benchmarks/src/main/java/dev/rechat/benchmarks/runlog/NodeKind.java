package dev.rechat.benchmarks.runlog;

/** Kinds of nodes, as Dify calls them, and how long they take. */
enum NodeKind {
    START("start", "Start", 2),
    KNOWLEDGE("knowledge-retrieval", "Look up", 700),
    CONDITION("if-else", "Which way", 2),
    LLM("llm", "Model", 9_000),
    CODE("code", "Code", 60),
    HTTP("http-request", "Ask the other system", 2_500),
    ANSWER("answer", "Answer", 3);

    private final String wire;
    private final String title;
    private final int slowest;

    NodeKind(String wire, String title, int slowest) {
        this.wire = wire;
        this.title = title;
        this.slowest = slowest;
    }

    String wire() {
        return wire;
    }

    String title() {
        return title;
    }

    /** Milliseconds. */
    int slowest() {
        return slowest;
    }
}
