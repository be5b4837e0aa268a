package dev.rechat.persistence.app;

/** Who may see and use an app. */
public enum AppAudience {
    /** Everybody who may chat. */
    ALL,
    /** The members of the groups that it was given to. */
    GROUPS
}
