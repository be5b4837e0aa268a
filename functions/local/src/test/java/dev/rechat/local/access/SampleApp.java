package dev.rechat.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.dify.DemoApps;

/**
 * A working app and a file at its Dify.
 *
 * @param difyFile as Dify calls it
 */
record SampleApp(String id, String difyFile) {

    /** @param admin adds the app @param owner sends the file */
    static SampleApp create(AccessHouse house, Person admin, Person owner) {
        String app = house.must(
                        admin.token(),
                        "POST",
                        "/api/v1/admin/apps",
                        "{\"name\":\"Sample\",\"base_url\":\"%s\",\"api_key\":\"%s\"}"
                                .formatted(house.dify.uri(), DemoApps.CHAT_KEY),
                        false)
                .path("id")
                .asText();
        String form = "--edge\r\nContent-Disposition: form-data; name=\"app_id\"\r\n\r\n" + app
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nmine\r\n--edge--\r\n";
        JsonNode file = house.must(owner.token(), "POST", "/api/v1/chat/files", form, true);
        // Dify gives a file back only once a question carried it
        String question = "{\"app_id\":\"%s\",\"message\":\"Read this.\",\"files\":[\"%s\"]}";
        house.send(
                owner.token(),
                "POST",
                "/api/v1/chat/stream",
                question.formatted(app, file.path("id").asText()),
                false);
        String difyFile = house.rows(
                        "SELECT dify_file_id FROM files WHERE id = ?",
                        file.path("id").asText())
                .getFirst();
        return new SampleApp(app, difyFile);
    }

    /** Another of the same, to be changed or deleted. @return its id */
    String copy(AccessHouse house) {
        String copy = house.bean(IdGenerator.class).next().toString();
        house.sql(
                "INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled,"
                        + " sort_order, created_at, updated_at) SELECT ?, ?, name, description, icon, mode, base_url,"
                        + " ?, enabled, sort_order, created_at, updated_at FROM dify_apps WHERE id = ?",
                copy,
                "copy-" + copy,
                house.bean(SecretBox.class).seal(DemoApps.CHAT_KEY, copy),
                id);
        return copy;
    }
}
