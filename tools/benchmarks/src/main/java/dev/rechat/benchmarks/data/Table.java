package dev.rechat.benchmarks.data;

/** A table with the columns that a made-up row fills; what else there is has its default. */
public record Table(String name, String columns) {

    static final Table APPS = new Table(
            "dify_apps",
            "id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled, sort_order, created_at,"
                    + " updated_at");
    static final Table USERS = new Table(
            "users",
            "id, email, password_hash, display_name, role, active, language, email_verified_at, created_at, updated_at");
    static final Table FOLDERS = new Table("folders", "id, user_id, name, created_at");
    static final Table CONVERSATIONS = new Table(
            "conversations",
            "id, user_id, app_id, dify_conversation_id, title, pinned, archived, created_at, updated_at, folder_id,"
                    + " deleted_at, purge_at");
    static final Table TAGS = new Table("conversation_tags", "user_id, tag, conversation_id");
    static final Table MESSAGES = new Table(
            "messages",
            "id, conversation_id, user_id, turn_id, parent_id, role, status, content, message_usage, created_at");
    static final Table TURNS = new Table(
            "turns",
            "id, user_id, conversation_id, app_id, user_message_id, assistant_message_id, status, lease_until,"
                    + " dify_message_id, created_at, finished_at, dify_conversation_id");

    int width() {
        return columns.split(",").length;
    }
}
