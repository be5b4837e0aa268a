package dev.rechat.persistence.conversation;

/** Who wrote a message. */
public enum MessageRole {
    USER,
    ASSISTANT
}
