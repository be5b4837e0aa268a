package dev.rechat.dify;

/** The kinds of app Dify has, under the names its API uses. */
public enum DifyMode {
    CHAT("chat"),
    AGENT_CHAT("agent-chat"),
    ADVANCED_CHAT("advanced-chat"),
    COMPLETION("completion"),
    WORKFLOW("workflow"),
    AGENT("agent"),
    /** A kind this library does not know; such an app can be described but not stopped. */
    UNKNOWN("");

    private final String wireName;

    DifyMode(String wireName) {
        this.wireName = wireName;
    }

    /** Dify's name for it, empty for {@link #UNKNOWN}. */
    public String wireName() {
        return wireName;
    }

    /** Whether such an app keeps what was said, so that a question can go on from there. */
    public boolean remembers() {
        return switch (this) {
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT -> true;
            case COMPLETION, WORKFLOW, UNKNOWN -> false;
        };
    }

    /** The mode of that name, {@link #UNKNOWN} when there is none. */
    public static DifyMode of(String wireName) {
        for (DifyMode mode : values()) {
            if (mode.wireName.equals(wireName)) {
                return mode;
            }
        }
        return UNKNOWN;
    }
}
