package dev.rechat.dify;

/** What a user thinks of an answer. */
public enum DifyRating {
    LIKE("like"),
    DISLIKE("dislike");

    private final String wireName;

    DifyRating(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
