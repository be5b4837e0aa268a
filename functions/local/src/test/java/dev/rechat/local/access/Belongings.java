package dev.rechat.local.access;

import dev.rechat.kernel.id.IdGenerator;
import java.time.Instant;

/**
 * One of everything that an id can name, in the database beside the application, so that each request finds it whole
 * whatever the requests before it did.
 *
 * @param app one that nothing else refers to
 * @param sharedApp the one that all the rest is about
 * @param upload at Dify, and in no message yet
 * @param account of somebody else that an administrator may do anything with
 */
record Belongings(
        String owner,
        String app,
        String sharedApp,
        String conversation,
        String question,
        String answer,
        String turn,
        String form,
        String upload,
        String session,
        String key,
        String account) {

    static final Instant MADE = Instant.parse("2026-01-01T10:00:00Z");

    private static final String NOW = "2026-01-01 10:00:00";

    /** @param sample has at its Dify what these refer to */
    static Belongings of(AccessHouse house, String owner, SampleApp sample) {
        IdGenerator ids = house.bean(IdGenerator.class);
        Belongings made = new Belongings(
                owner,
                sample.copy(house),
                sample.id(),
                ids.next().toString(),
                ids.next().toString(),
                ids.next().toString(),
                ids.next().toString(),
                "form-" + ids.next(),
                ids.next().toString(),
                ids.next().toString(),
                ids.next().toString(),
                ids.next().toString());
        made.save(house, sample);
        return made;
    }

    /** These with the form of others. */
    Belongings withForm(Belongings others) {
        return new Belongings(
                owner,
                app,
                sharedApp,
                conversation,
                question,
                answer,
                turn,
                others.form,
                upload,
                session,
                key,
                account);
    }

    /** Ids that name nothing, each at the place of one of these where a list is in order of ids. */
    Belongings nothing() {
        return new Belongings(
                missed(owner),
                missed(app),
                sharedApp,
                missed(conversation),
                missed(question),
                missed(answer),
                missed(turn),
                missed(form),
                missed(upload),
                missed(session),
                missed(key),
                missed(account));
    }

    /** Not the last digit: ids of the same millisecond are counted there. */
    private static String missed(String id) {
        int place = id.length() - 8;
        char other = id.charAt(place) == '0' ? '1' : '0';
        return id.substring(0, place) + other + id.substring(place + 1);
    }

    /** Of the share of {@link #conversation}, which has the same id. */
    String shareToken() {
        return conversation + "-shared";
    }

    /** The file that the shared question carries has the same id. */
    String sharedFile() {
        return question;
    }

    /** The folder that the conversation lies in has the same id. */
    String folder() {
        return conversation;
    }

    /** A group that the owner is in has the same id. */
    String group() {
        return conversation;
    }

    /** A budget that is the owner's has the same id. */
    String budget() {
        return conversation;
    }

    /** The recorded run of the turn has the same id. */
    String run() {
        return turn;
    }

    /** A node of that run has the same id. */
    String node() {
        return turn;
    }

    /** A word on the conversation and on nothing else. */
    String tag() {
        return conversation;
    }

    private void share(AccessHouse house, SampleApp sample) {
        house.sql(
                "INSERT INTO files (id, user_id, app_id, dify_file_id, name, media_type, kind, size_bytes, message_id,"
                        + " direction, created_at) VALUES (?, ?, ?, ?, 'a.txt', 'text/plain', 'DOCUMENT', 4, ?, 'UPLOAD', ?)",
                sharedFile(),
                owner,
                sharedApp,
                sample.difyFile(),
                question,
                NOW);
        house.sql(
                "INSERT INTO shares (id, user_id, conversation_id, token_hash, title, message_count, created_at)"
                        + " VALUES (?, ?, ?, SHA2(?, 256), 'Mine', 1, ?)",
                conversation,
                owner,
                conversation,
                shareToken(),
                NOW);
        house.sql(
                "INSERT INTO share_messages (share_id, position, message_id) VALUES (?, 1, ?)", conversation, question);
    }

    private void save(AccessHouse house, SampleApp sample) {
        house.sql(
                "INSERT INTO conversations (id, user_id, app_id, title, pinned, archived, created_at, updated_at)"
                        + " VALUES (?, ?, ?, 'Mine', 0, 0, ?, ?)",
                conversation,
                owner,
                sharedApp,
                NOW,
                NOW);
        house.sql(
                "INSERT INTO folders (id, user_id, name, created_at) VALUES (?, ?, ?, ?)",
                folder(),
                owner,
                folder(),
                NOW);
        house.sql("UPDATE conversations SET folder_id = ? WHERE id = ?", folder(), conversation);
        house.sql(
                "INSERT INTO conversation_tags (user_id, tag, conversation_id) VALUES (?, ?, ?)",
                owner,
                tag(),
                conversation);
        house.sql(
                "INSERT INTO user_groups (id, name, description, created_at, updated_at) VALUES (?, ?, '', ?, ?)",
                group(),
                group(),
                NOW,
                NOW);
        house.sql("INSERT INTO group_members (group_id, user_id, added_at) VALUES (?, ?, ?)", group(), owner, NOW);
        house.sql(
                "INSERT INTO budgets (id, name, measure, currency, amount, period, per_person, user_id, reserve, enabled,"
                        + " created_at, updated_at) VALUES (?, 'Mine', 'TURNS', '', 1000000, 'DAY', TRUE, ?, 1, TRUE, ?, ?)",
                budget(),
                owner,
                NOW,
                NOW);
        message(house, question, "USER", "COMPLETED");
        message(house, answer, "ASSISTANT", "PAUSED");
        share(house, sample);
        run(house);
        house.sql(
                "INSERT INTO feedbacks (message_id, user_id, conversation_id, app_id, rating, forwarded, created_at,"
                        + " updated_at) VALUES (?, ?, ?, ?, 'LIKE', FALSE, ?, ?)",
                answer,
                owner,
                conversation,
                sharedApp,
                NOW,
                NOW);
        house.sql(
                "INSERT INTO turns (id, user_id, conversation_id, app_id, user_message_id, assistant_message_id, status,"
                        + " lease_until, dify_message_id, workflow_run_id, created_at, finished_at) VALUES (?, ?, ?, ?, ?, ?, 'PAUSED', ?, ?, 'run', ?, ?)",
                turn,
                owner,
                conversation,
                sharedApp,
                question,
                answer,
                NOW,
                "dify-" + answer,
                NOW,
                NOW);
        house.sql(
                "INSERT INTO turn_forms (turn_id, form_id, user_id, form_token, definition, state, created_at)"
                        + " VALUES (?, ?, ?, 'token', ?, 'OPEN', ?)",
                turn,
                form,
                owner,
                "{\"form_id\":\"%s\",\"actions\":[{\"id\":\"approve\",\"title\":\"Approve\"}],\"inputs\":[]}"
                        .formatted(form),
                NOW);
        house.sql(
                "INSERT INTO files (id, user_id, app_id, dify_file_id, name, media_type, kind, size_bytes, direction, created_at)"
                        + " VALUES (?, ?, ?, ?, 'a.txt', 'text/plain', 'DOCUMENT', 4, 'UPLOAD', ?)",
                upload,
                owner,
                sharedApp,
                sample.difyFile(),
                NOW);
        house.sql(
                "INSERT INTO sessions (id, user_id, address, user_agent, created_at, last_seen_at)"
                        + " VALUES (?, ?, '192.0.2.1', 'browser', ?, ?)",
                session,
                owner,
                NOW,
                NOW);
        house.sql(
                "INSERT INTO api_keys (id, user_id, identifier, secret_hash, name, scopes, created_at)"
                        + " VALUES (?, ?, ?, 'hash', 'ci', 'read', ?)",
                key,
                owner,
                key.substring(4),
                NOW);
        house.sql(
                "INSERT INTO users (id, email, password_hash, display_name, role, active, language, created_at, updated_at)"
                        + " VALUES (?, ?, '', 'Somebody', 'USER', 1, 'en', ?, ?)",
                account,
                account + "@example.org",
                NOW,
                NOW);
    }

    private void run(AccessHouse house) {
        house.sql(
                "INSERT INTO workflow_runs (id, tenant_id, app_id, workflow_id, type, triggered_from, version, inputs,"
                        + " inputs_truncated, outputs, outputs_truncated, status, evidence, elapsed_ms, total_tokens,"
                        + " total_steps, exceptions_count, currency, created_by_role, created_by, created_at, turn_id,"
                        + " conversation_id) VALUES (?, 'rechat', ?, '', 'chat', 'app-run', '', '{}', FALSE,"
                        + " '{\"answer\":\"private words\"}', FALSE, 'succeeded', 'told', 1, 1, 1, 0, '', 'end_user', ?, ?, ?, ?)",
                run(),
                sharedApp,
                owner,
                NOW,
                turn,
                conversation);
        house.sql(
                "INSERT INTO workflow_node_executions (id, tenant_id, app_id, workflow_id, triggered_from,"
                        + " workflow_run_id, `index`, node_id, node_type, title, inputs_truncated,"
                        + " process_data_truncated, outputs_truncated, status, elapsed_ms, created_by_role, created_by,"
                        + " created_at) VALUES (?, 'rechat', ?, '', 'workflow-run', ?, 1, 'llm', 'llm', 'Model', FALSE,"
                        + " FALSE, FALSE, 'succeeded', 1, 'end_user', ?, ?)",
                node(),
                sharedApp,
                run(),
                owner,
                NOW);
    }

    private void message(AccessHouse house, String id, String role, String status) {
        house.sql(
                "INSERT INTO messages (id, conversation_id, user_id, turn_id, role, status, content, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'private words', ?)",
                id,
                conversation,
                owner,
                turn,
                role,
                status,
                NOW);
    }
}
