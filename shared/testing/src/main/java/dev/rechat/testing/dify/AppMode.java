package dev.rechat.testing.dify;

/** The five kinds of Dify app. */
public enum AppMode {
    CHAT("chat"),
    AGENT_CHAT("agent-chat"),
    /** A chatflow. */
    ADVANCED_CHAT("advanced-chat"),
    COMPLETION("completion"),
    WORKFLOW("workflow");

    private final String wireName;

    AppMode(String wireName) {
        this.wireName = wireName;
    }

    /** The name in {@code GET /info}. */
    public String wireName() {
        return wireName;
    }

    /** Whether the app keeps conversations. */
    public boolean converses() {
        return this == CHAT || this == AGENT_CHAT || this == ADVANCED_CHAT;
    }

    /** Whether a graph of nodes makes the answer. */
    public boolean runsGraph() {
        return this == ADVANCED_CHAT || this == WORKFLOW;
    }
}
