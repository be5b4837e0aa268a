package dev.rechat.conversation.importing;

/** How much one document may bring. */
final class Limits {

    static final int CONVERSATIONS = 1000;
    static final int MESSAGES = 20_000;
    static final int NAME = 100;
    static final int TITLE = 200;
    static final int TAGS = 20;
    static final int TAG = 50;
    static final int FOLDER = 100;
    static final int FOLDERS = 200;
    static final int REASON = 2000;

    /** Of what is kept as JSON, in characters. */
    static final int TREE = 16_000;

    private Limits() {}
}
