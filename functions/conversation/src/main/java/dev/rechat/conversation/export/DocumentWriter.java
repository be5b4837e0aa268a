package dev.rechat.conversation.export;

/** Writes a document piece by piece; keeps no more than the piece that it is at. */
interface DocumentWriter {

    /** What stands before the first conversation. */
    byte[] begin();

    /** What stands before the first message of a conversation. */
    byte[] head(ExportedConversation conversation);

    /** The next messages of the conversation whose head was written last; empty when there are no more. */
    byte[] messages();

    /** What stands after the last message of a conversation. */
    byte[] tail();

    /** What stands after the last conversation, and shows that nothing is missing. */
    byte[] end();
}
