package dev.rechat.persistence.turn;

/** Whether a form can still be filled in. */
public enum FormState {
    OPEN,
    SUBMITTED,
    EXPIRED
}
