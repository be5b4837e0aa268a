package dev.rechat.chat.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.gateway.InProcess;
import dev.rechat.testing.gateway.TestedFunction;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadIT {

    /** Six megabytes of an event, in which a file is text. */
    private static final int MOST_THROUGH_A_GATEWAY = 4_000_000;

    @SuppressWarnings("NullAway.Init")
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

    @Test
    void passesAFileToDifyAndTellsWhatItIs() throws Exception {
        var response = Sent.upload(house, person, app, "猫 note.PDF", "application/pdf", "%PDF 😀");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonNode file = Sent.body(response);
        assertThat(file.path("name").asText()).isEqualTo("猫 note.PDF");
        assertThat(file.path("type").asText()).isEqualTo("document");
        assertThat(file.path("size").asInt()).isEqualTo("%PDF 😀".getBytes(UTF_8).length);
        assertThat(file.path("media_type").asText()).isEqualTo("application/pdf");
        assertThat(file.path("url").asText())
                .isEqualTo("/api/v1/chat/files/" + file.path("id").asText());
        StoredFile stored = house.bean(FileRepository.class)
                .findOwned(FileId.of(file.path("id").asText()), person.id())
                .orElseThrow();
        assertThat(stored.kind()).isEqualTo(FileKind.DOCUMENT);
        assertThat(stored.appId()).isEqualTo(app.id());
        assertThat(stored.messageId()).isNull();
        assertThat(stored.difyFileId()).isNotBlank();
    }

    @Test
    void namesTheAccountAsTheOwnerAtDify() throws Exception {
        Sent.upload(house, person, app, "a.txt", "text/plain", "mine");

        assertThat(house.dify.requests().stream()
                        .filter(request -> request.path().endsWith("/files/upload"))
                        .anyMatch(request -> request.body().contains(person.id().toString())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "program.exe, 10,         415 unsupported_media_type",
        "without,     10,         415 unsupported_media_type",
        "large.png,   10485761,   413 payload_too_large",
        "large.wav,   15728641,   413 payload_too_large",
        "large.wav,   17000000,   413 payload_too_large",
        "empty.png,   0,          400 validation_failed"
    })
    void refusesWhatTheAppDoesNotTake(String name, int bytes, String problem) throws Exception {
        if (bytes > MOST_THROUGH_A_GATEWAY) {
            TestedFunction.mustBeHere("a body larger than a gateway takes");
        }
        int asked = house.dify.requests().size();

        var response = Sent.file(
                house,
                person,
                "/api/v1/chat/files",
                app.id().toString(),
                name,
                "application/octet-stream",
                new byte[bytes]);

        assertThat(Sent.problem(response)).isEqualTo(problem);
        assertThat(house.dify.requests().stream().skip(asked))
                .noneMatch(request -> request.path().endsWith("/files/upload"));
    }

    @Test
    @InProcess("a body larger than a gateway takes")
    void takesAFileAsLargeAsItsKindMayBe() throws Exception {
        var response = Sent.file(
                house,
                person,
                "/api/v1/chat/files",
                app.id().toString(),
                "large.png",
                "image/png",
                new byte[10 * 1024 * 1024]);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    @Test
    void refusesFilesForAnAppThatTakesNone() throws Exception {
        App completion = house.app("completion", DemoApps.COMPLETION_KEY);

        assertThat(Sent.problem(Sent.upload(house, person, completion, "a.png", "image/png", "x")))
                .isEqualTo("409 app_unavailable");
    }

    @Test
    void namesWhatIsWrongWithTheForm() throws Exception {
        var noApp = Sent.file(house, person, "/api/v1/chat/files", " ", "a.png", "image/png", new byte[1]);
        var unknownApp = Sent.file(house, person, "/api/v1/chat/files", "nothing", "a.png", "image/png", new byte[1]);
        var noForm = Sent.json(house, person, "POST", "/api/v1/chat/files", "{}");

        assertThat(noApp.body()).contains("validation_failed", "\"app_id\"", "required");
        assertThat(Sent.problem(unknownApp)).isEqualTo("404 not_found");
        assertThat(Sent.problem(noForm)).isEqualTo("415 unsupported_media_type");
    }

    @Test
    void tellsWhatIsWrongWithDify() throws Exception {
        App wrongKey = house.app("chat", "app-of-nobody");
        App down = house.app("chat", DemoApps.CHAT_KEY, URI.create("http://127.0.0.1:1/v1"), true);
        App off = house.app("chat", DemoApps.CHAT_KEY, house.dify.uri(), false);

        assertThat(Sent.problem(Sent.upload(house, person, wrongKey, "a.png", "image/png", "x")))
                .isEqualTo("502 dify_unauthorized");
        assertThat(Sent.problem(Sent.upload(house, person, down, "a.png", "image/png", "x")))
                .isEqualTo("503 dify_unavailable");
        assertThat(Sent.problem(Sent.upload(house, person, off, "a.png", "image/png", "x")))
                .isEqualTo("409 app_unavailable");
    }

    @Test
    void refusesStrangers() throws Exception {
        Person forged = new Person(person.id(), person.session(), person.token() + "x");

        assertThat(Sent.problem(Sent.upload(house, forged, app, "a.png", "image/png", "x")))
                .isEqualTo("401 unauthenticated");
        assertThat(Sent.problem(Sent.upload(house, house.person(Role.PENDING), app, "a.png", "image/png", "x")))
                .isEqualTo("403 account_pending");
    }
}
