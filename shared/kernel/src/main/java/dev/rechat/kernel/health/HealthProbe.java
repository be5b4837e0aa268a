package dev.rechat.kernel.health;

/** Something this process cannot work without, and whether it answers now. Beans of this type make up {@code GET /health}. */
public interface HealthProbe {

    /** How the answer of {@code /health} calls it, for example {@code database}. */
    String name();

    /** Blocks for a few seconds at most; never throws because the thing is down. */
    boolean answers();
}
