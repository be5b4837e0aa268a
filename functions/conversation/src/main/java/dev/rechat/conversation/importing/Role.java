package dev.rechat.conversation.importing;

/** Who speaks in a document. */
enum Role {
    USER,
    ASSISTANT,
    /** Instructions to a model and the like, which conversations do not hold here. */
    OTHER;

    static Role of(String name) {
        return switch (name) {
            case "user" -> USER;
            case "assistant" -> ASSISTANT;
            default -> OTHER;
        };
    }
}
