package dev.rechat.auth.account;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import java.util.UUID;

/** What an account comes to own by using the other functions. */
public final class OwnedRows {

    private static final String APP = "01890a5d-ac96-774b-bcce-b302099a8057";

    private OwnedRows() {}

    public static String userId(Answer registered) {
        return registered.json().at("/user/id").asText();
    }

    /** A conversation of a question and an answer with its turn, events, a form, feedback and a file. @return its id */
    public static String conversation(AuthApi api, String user, int number) {
        String conversation = id(number, 0);
        String turn = id(number, 1);
        String question = id(number, 2);
        String answer = id(number, 3);
        api.sql("INSERT INTO conversations SET id = '%s', user_id = '%s', app_id = '%s', title = 'T%d', pinned = FALSE,"
                        .formatted(conversation, user, APP, number)
                + " archived = FALSE, created_at = NOW(3), updated_at = NOW(3), inputs = '{\"topic\":\"leases\"}'");
        message(api, conversation, user, turn, question, "USER", "question " + number);
        message(api, conversation, user, turn, answer, "ASSISTANT", "answer " + number);
        api.sql("INSERT INTO turns SET id = '%s', user_id = '%s', conversation_id = '%s', app_id = '%s',"
                        .formatted(turn, user, conversation, APP)
                + " user_message_id = '%s', assistant_message_id = '%s', status = 'COMPLETED',"
                        .formatted(question, answer)
                + " lease_until = NOW(3), created_at = NOW(3)");
        api.sql("INSERT INTO turn_events SET turn_id = '" + turn
                + "', first_event = 1, last_event = 2, frames = 'x', compressed = FALSE, created_at = NOW(3)");
        api.sql("INSERT INTO turn_forms SET turn_id = '%s', form_id = 'f', user_id = '%s'".formatted(turn, user)
                + ", definition = '{}', state = 'OPEN', created_at = NOW(3)");
        api.sql("INSERT INTO feedbacks SET message_id = '%s', user_id = '%s', conversation_id = '%s', app_id = '%s',"
                        .formatted(answer, user, conversation, APP)
                + " rating = 'LIKE', reason = 'so clear', forwarded = FALSE, created_at = NOW(3), updated_at = NOW(3)");
        file(api, user, id(number, 4), "'" + question + "'");
        return conversation;
    }

    public static void message(
            AuthApi api, String conversation, String user, String turn, String id, String role, String content) {
        api.sql("INSERT INTO messages SET id = '%s', conversation_id = '%s', user_id = '%s', turn_id = '%s',"
                        .formatted(id, conversation, user, turn)
                + " role = '%s', status = 'COMPLETED', content = '%s', message_usage = '{\"total_tokens\":3}',"
                        .formatted(role, content)
                + " created_at = NOW(3)");
    }

    /** @param message in quotes, or NULL for an upload that no message carries */
    public static void file(AuthApi api, String user, String id, String message) {
        api.sql("INSERT INTO files SET id = '%s', user_id = '%s', app_id = '%s', name = 'a.txt',"
                        .formatted(id, user, APP)
                + " dify_file_id = 'secret-at-dify', source_url = 'http://dify/signed?sign=1', media_type = 'text/plain',"
                + " kind = 'DOCUMENT', direction = 'UPLOAD', message_id = " + message + ", created_at = NOW(3)");
    }

    /** @return its id */
    public static String folder(AuthApi api, String user, String name) {
        String id = UUID.randomUUID().toString();
        api.sql("INSERT INTO folders SET id = '%s', user_id = '%s', name = '%s', created_at = NOW(3)"
                .formatted(id, user, name));
        return id;
    }

    public static void apiKey(AuthApi api, String user) {
        api.sql("INSERT INTO api_keys SET id = '%s', user_id = '%s', identifier = 'abc%s', secret_hash = '%s',"
                        .formatted(UUID.randomUUID(), user, user.substring(30), "5ec7e7".repeat(10) + "0000")
                + " name = 'CI', scopes = 'chat,read', created_at = NOW(3)");
    }

    /** In the order of its arguments, as version 7 ids are in the order of time. */
    public static String id(int number, int part) {
        return new UUID(0x01900000_0000_7000L + ((long) number << 16), 0x8000_0000_0000_0000L + part).toString();
    }
}
