package dev.rechat.chat.openai.person;

/** What becomes of somebody whom a trusted key names and who has no account. */
enum UnknownPeople {
    /** They get one. */
    CREATE,
    /** Only people who have an account are acted for. */
    EXISTING
}
