package dev.rechat.conversation.importing;

import dev.rechat.conversation.folder.Folders;
import dev.rechat.conversation.tag.Tags;

/** How much one document may bring. */
final class Limits {

    static final int CONVERSATIONS = 1000;
    static final int MESSAGES = 20_000;
    static final int NAME = 100;
    static final int TITLE = 200;
    static final int TAGS = Tags.MOST;
    static final int TAG = Tags.MAX_LENGTH;
    static final int FOLDER = 100;
    static final int FOLDERS = Folders.MOST;
    static final int REASON = 2000;

    /** Of what is kept as JSON, in characters. */
    static final int TREE = 16_000;

    private Limits() {}
}
