package dev.rechat.testing.dify;

/** Which generation of Dify servers is played. They differ in how chatflows and workflows stream. */
public enum EngineVariant {
    /** Up to Dify 1.12: the graph runs inside the API process; {@code workflow_finished} comes before {@code message_end}. */
    LEGACY("1.12.1"),
    /**
     * Dify 1.13 and later: a Celery worker runs the graph. The stream starts with a ping, ends at {@code
     * workflow_finished} and is held open after a bare {@code error}; an unknown conversation silently becomes a new one.
     */
    CELERY("1.14.2");

    private final String version;

    EngineVariant(String version) {
        this.version = version;
    }

    /** The server version the simulator claims to be. */
    String version() {
        return version;
    }
}
