package dev.rechat.chat.http;

import static dev.rechat.chat.http.Attached.base64;
import static dev.rechat.chat.http.Attached.body;
import static dev.rechat.chat.http.Attached.file;
import static dev.rechat.chat.http.Attached.image;
import static dev.rechat.chat.http.Attached.message;
import static dev.rechat.chat.http.Attached.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that programs send within a question: what Dify and the history get of them. */
class AttachmentIT {

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private OpenAiCaller caller(boolean named) {
        return new OpenAiCaller(house.first(), person, app, named ? mark : null);
    }

    private String words(String text) {
        return text + " " + mark;
    }

    private List<JsonNode> asked() {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/chat-messages"))
                .map(RecordedRequest::json)
                .filter(request ->
                        request.path("user").asText().equals(person.id().toString()))
                .toList();
    }

    private List<RecordedRequest> uploads() {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/files/upload"))
                .filter(request -> request.body().contains(person.id().toString()))
                .toList();
    }

    private List<StoredFile> stored() {
        return house.bean(FileRepository.class).listAllAfter(person.id(), "", 100);
    }

    @Test
    void photoOfAPhoneIsTaken() throws Exception {
        caller(false)
                .send(body(words("what is this"), List.of(picture("x".repeat(3_000_000)))))
                .content();

        assertThat(uploads()).hasSize(1);
    }

    @Test
    void pictureIsUploadedAndGoesWithTheQuestion() throws Exception {
        caller(false)
                .send(body(words("what is this"), List.of(picture("a cat"))))
                .content();

        JsonNode files = asked().getLast().path("files");
        assertThat(files).hasSize(1);
        assertThat(files.get(0).path("type").asText()).isEqualTo("image");
        assertThat(files.get(0).path("transfer_method").asText()).isEqualTo("local_file");
        assertThat(asked().getLast().path("query").asText()).isEqualTo(words("what is this"));
        assertThat(uploads())
                .singleElement()
                .satisfies(upload -> assertThat(upload.body()).contains("image.png", "a cat"));
        assertThat(stored()).singleElement().satisfies(file -> {
            assertThat(file.difyFileId())
                    .isEqualTo(files.get(0).path("upload_file_id").asText());
            assertThat(file.messageId()).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data:text/plain;charset=utf-8;base64,"})
    void documentIsUploadedUnderItsName(String head) throws Exception {
        caller(false)
                .send(body(
                        words("sum up"),
                        List.of(file(Map.of("filename", "../notes.txt", "file_data", head + base64("the notes"))))))
                .content();

        assertThat(asked().getLast().at("/files/0/type").asText()).isEqualTo("document");
        assertThat(uploads())
                .singleElement()
                .satisfies(upload -> assertThat(upload.body()).contains("\"notes.txt\"", "the notes"));
    }

    @Test
    void uploadOfTheWebAppIsNamedByItsId() throws Exception {
        String id = Sent.body(Sent.upload(house, person, app, "note.txt", "text/plain", "x"))
                .path("id")
                .asText();

        caller(false)
                .send(body(words("and this"), List.of(file(Map.of("file_id", id)))))
                .content();

        assertThat(asked().getLast().at("/files/0/upload_file_id").asText())
                .isEqualTo(stored().getFirst().difyFileId());
        assertThat(uploads()).hasSize(1);
        assertThat(stored())
                .singleElement()
                .satisfies(file -> assertThat(file.messageId()).isNotNull());
    }

    @Test
    void addressIsDifysToFetchAndNobodyElses() throws Exception {
        String address = house.dify.uri() + "/never-asked-" + mark + "/cat.png?a=b";

        caller(false).send(body(words("look"), List.of(image(address)))).content();
        String id = stored().getFirst().id().toString();
        var download = house.send(
                house.request("/api/v1/chat/files/" + id, person).GET().build());

        JsonNode file = asked().getLast().at("/files/0");
        assertThat(file.path("transfer_method").asText()).isEqualTo("remote_url");
        assertThat(file.path("type").asText()).isEqualTo("image");
        assertThat(file.path("url").asText()).isEqualTo(address);
        assertThat(download.statusCode()).isEqualTo(404);
        assertThat(house.dify.requests()).noneMatch(request -> request.path().contains("never-asked-" + mark));
    }

    @Test
    void pictureWithoutWordsIsAsked() throws Exception {
        caller(false).send(body("", List.of(picture("alone")))).content();

        assertThat(asked().getLast().path("query").asText()).isEqualTo("[image]");
        assertThat(asked().getLast().path("files")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void conversationWithPicturesIsRecognisedAndOnlyTheNewestAreSent(boolean named) throws Exception {
        OpenAiCaller caller = caller(named);
        Map<String, Object> first = message(words("what is this"), List.of(picture("a cat")));
        OpenAiCaller.Reply one = caller.send(Map.of("messages", List.of(first)));

        OpenAiCaller.Reply two = caller.send(Map.of(
                "messages",
                List.of(
                        first,
                        OpenAiCaller.message("assistant", one.content()),
                        OpenAiCaller.message("user", words("and what does it eat")))));

        assertThat(two.conversation()).isEqualTo(one.conversation());
        assertThat(two.retold()).isFalse();
        assertThat(asked().getLast().path("conversation_id").asText()).isNotEmpty();
        assertThat(asked().getLast().path("files")).isEmpty();
        assertThat(uploads()).hasSize(1);
    }

    @Test
    void otherPictureIsAnotherQuestion() throws Exception {
        OpenAiCaller caller = caller(true);
        caller.send(body(words("what is this"), List.of(picture("a cat")))).content();
        caller.send(body(words("what is this"), List.of(picture("a dog")))).content();

        assertThat(uploads()).hasSize(2);
        assertThat(asked().getLast().at("/files/0/upload_file_id").asText())
                .isNotEqualTo(asked().getFirst().at("/files/0/upload_file_id").asText());
    }

    @Test
    void regeneratedAnswerSeesTheSameFilesAgain() throws Exception {
        OpenAiCaller caller = caller(true);
        List<Map<String, Object>> parts = List.of(picture("a cat"), image("https://example.org/dog.png"));
        caller.send(body(words("what is this"), parts)).content();
        caller.send(body(words("what is this"), parts)).content();

        assertThat(asked()).hasSize(2);
        assertThat(asked().getLast().path("files"))
                .isEqualTo(asked().getFirst().path("files"))
                .hasSize(2);
        assertThat(uploads()).hasSize(1);
    }

    @Test
    void retoldHistoryMarksWhatIsNotText() throws Exception {
        Map<String, Object> first =
                message(words("what are these"), List.of(picture("a cat"), file(Map.of("filename", "dog.pdf"))));
        OpenAiCaller.Reply reply = caller(false)
                .send(Map.of(
                        "messages",
                        List.of(
                                first,
                                OpenAiCaller.message("assistant", "animals"),
                                OpenAiCaller.message("user", words("which")))));

        assertThat(reply.retold()).isTrue();
        assertThat(asked().getLast().path("query").asText())
                .contains("user: " + words("what are these") + "\n[image] [file dog.pdf]\nassistant: animals")
                .doesNotContain("base64");
        assertThat(asked().getLast().path("files")).isEmpty();
    }

    @Test
    void retryUploadsOnce() throws Exception {
        Map<String, Object> body = body(words("once"), List.of(picture("a cat")));
        OpenAiCaller.Reply one = caller(false).send(body, "Idempotency-Key", mark);
        OpenAiCaller.Reply two = caller(false).send(body, "Idempotency-Key", mark);

        assertThat(two.content()).isEqualTo(one.content());
        assertThat(uploads()).hasSize(1);
        assertThat(asked()).hasSize(1);
    }
}
