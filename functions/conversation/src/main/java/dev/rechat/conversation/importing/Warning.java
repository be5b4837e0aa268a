package dev.rechat.conversation.importing;

/** What of a document could not be kept as it was. */
enum Warning {
    FILES("files are not imported: their bytes are with the app that they were sent to"),
    FOLDERS("folders were not made: the document does not name them, or there are as many as there can be"),
    INPUTS("values of input forms were left out: only texts, numbers and yes or no are taken"),
    OTHER_ROLES("messages of the system or of tools were left out"),
    TAGS("tags were left out or cut"),
    UNANSWERED("questions without an answer got an empty one"),
    UNASKED("answers without a question got one that says nothing"),
    UNFINISHED("answers that were not finished count as interrupted"),
    UNKNOWN_PARENTS("messages whose place is unknown stand at the beginning");

    final String message;

    Warning(String message) {
        this.message = message;
    }
}
