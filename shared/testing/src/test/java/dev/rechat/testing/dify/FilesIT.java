package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilesIT {

    private final DifySimulator simulator = DifySimulator.start();
    private final TestClient chat = new TestClient(simulator, DemoApps.CHAT_KEY);

    @AfterEach
    void stop() {
        chat.close();
        simulator.close();
    }

    private HttpResponse<String> upload(String partName, String filename, String type, byte[] content)
            throws Exception {
        String head = "--b\r\nContent-Disposition: form-data; name=\"user\"\r\n\r\nu1\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"" + partName + "\"; filename=\"" + filename
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        return chat.send(chat.to("/files/upload")
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--b--\r\n"))));
    }

    private String uploadedId(String filename, String type, String content) throws Exception {
        HttpResponse<String> response = upload("file", filename, type, content.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(201);
        return Json.parse(response.body()).path("id").asText();
    }

    private static ObjectNode questionWith(String fileId) {
        ObjectNode question = TestClient.question("What is in it?");
        question.putArray("files")
                .addObject()
                .put("type", "document")
                .put("transfer_method", "local_file")
                .put("upload_file_id", fileId);
        return question;
    }

    @Test
    void describesAnUpload() throws Exception {
        HttpResponse<String> response = upload("file", "note.TXT", "text/plain", new byte[] {1, 2, 3});

        JsonNode file = Json.parse(response.body());
        assertThat(file.path("name").asText()).isEqualTo("note.TXT");
        assertThat(file.path("size").asInt()).isEqualTo(3);
        assertThat(file.path("extension").asText()).isEqualTo("txt");
        assertThat(file.path("mime_type").asText()).isEqualTo("text/plain");
    }

    @Test
    void showsAFileOnlyOnceAMessageCarriesIt() throws Exception {
        String id = uploadedId("note.txt", "text/plain", "hello");

        assertThat(chat.get("/files/" + id + "/preview?user=u1").statusCode()).isEqualTo(404);
        StreamedAnswer answer = chat.stream("/chat-messages", questionWith(id));

        HttpResponse<String> preview = chat.get("/files/" + id + "/preview?user=u1");
        assertThat(preview.body()).isEqualTo("hello");
        assertThat(preview.headers().firstValue("cache-control")).contains("public, max-age=3600");
        HttpResponse<String> attachment = chat.get("/files/" + id + "/preview?user=u1&as_attachment=true");
        assertThat(attachment.headers().firstValue("content-disposition"))
                .contains("attachment; filename*=UTF-8''note.txt");
        JsonNode messages = chat.json(chat.get("/messages?user=u1&conversation_id="
                + answer.only("message_end").path("conversation_id").asText()));
        assertThat(messages.at("/data/0/message_files/0/upload_file_id").asText())
                .isEqualTo(id);
        assertThat(messages.at("/data/0/message_files/0/belongs_to").asText()).isEqualTo("user");
    }

    @Test
    void doesNotServeHtmlAsSuch() throws Exception {
        String id = uploadedId("page.html", "text/html", "<script>");
        chat.stream("/chat-messages", questionWith(id));

        HttpResponse<String> preview = chat.get("/files/" + id + "/preview");

        assertThat(preview.headers().firstValue("content-type")).contains("application/octet-stream");
        assertThat(preview.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void refusesUploadsItCannotUse() throws Exception {
        assertThat(upload("other", "a.txt", "text/plain", new byte[1]).body()).contains("no_file_uploaded");
        assertThat(upload("file", "a.png", "image/png", new byte[10 * 1024 * 1024 + 1])
                        .statusCode())
                .isEqualTo(413);
        assertThat(chat.post("/files/upload", Json.object()).body()).contains("no_file_uploaded");
    }

    @Test
    void refusesFilesOfSomebodyElse() throws Exception {
        String id = uploadedId("note.txt", "text/plain", "hello");

        HttpResponse<String> foreign =
                chat.post("/chat-messages", questionWith(id).put("user", "other"));
        HttpResponse<String> unknown =
                chat.post("/chat-messages", questionWith(UUID.randomUUID().toString()));

        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.body()).contains("Invalid upload file");
        assertThat(unknown.statusCode()).isEqualTo(400);
    }
}
