package dev.rechat.kernel.health;

/**
 * Something that {@code GET /health} tells beside what this process cannot work without: it makes nothing unhealthy. Anybody may
 * ask, so it names nothing and nobody.
 */
public interface HealthNote {

    /** How the answer of {@code /health} calls it. */
    String name();

    /** A code. Blocks for a few seconds at most; only asked when everything that is needed answers. */
    String tell();
}
