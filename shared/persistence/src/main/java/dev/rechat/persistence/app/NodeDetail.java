package dev.rechat.persistence.app;

/** What people are shown of the nodes of a run. */
public enum NodeDetail {
    NONE,
    /** That there are some and how they went, not what goes in and comes out. */
    STEPS,
    FULL
}
