package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.file.TurnFile;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.DifyStream;
import dev.rechat.dify.payload.DifyFile;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.testing.dify.DemoApps;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadIT {

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
    void givesBackWhatAMessageCarries() throws Exception {
        String id = carried("grüße 😀.png", "image/png", "PNG bytes");

        HttpResponse<String> response = Sent.get(house, person, "/api/v1/chat/files/" + id);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("PNG bytes");
        assertThat(header(response, "Content-Type")).isEqualTo("image/png");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Cache-Control")).isEqualTo("private, max-age=3600");
        assertThat(header(response, "Content-Disposition"))
                .isEqualTo("inline; filename*=UTF-8''gr%C3%BC%C3%9Fe%20%F0%9F%98%80.png");
    }

    @Test
    void passesALargeFile() throws Exception {
        String content = "0123456789abcdef".repeat(250_000);
        String id = carried("large.mp4", "video/mp4", content);

        assertThat(Sent.get(house, person, "/api/v1/chat/files/" + id).body()).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "a.png,  image/png,       false, inline",
        "a.wav,  audio/wav,       false, inline",
        "a.mp4,  video/mp4,       false, inline",
        "a.pdf,  application/pdf, false, inline",
        "a.pdf,  application/pdf, true,  attachment",
        "a.html, text/html,       false, attachment",
        "a.svg,  image/svg+xml,   false, attachment",
        "a.txt,  text/plain,      false, attachment"
    })
    void showsNothingInPlaceThatABrowserCouldRun(String name, String type, boolean download, String disposition)
            throws Exception {
        String id = carried(name, type, "content");

        var response = Sent.get(house, person, "/api/v1/chat/files/" + id + "?download=" + download);

        assertThat(header(response, "Content-Disposition")).startsWith(disposition + ";");
        assertThat(header(response, "Content-Type")).startsWith(type);
    }

    @Test
    void doesNotFindAnUploadThatNoMessageCarries() throws Exception {
        String id = uploaded("a.png", "image/png", "x");

        var response = Sent.get(house, person, "/api/v1/chat/files/" + id);

        assertThat(Sent.problem(response)).isEqualTo("404 not_found");
        assertThat(response.body()).contains("once a message carries it");
    }

    @Test
    void opensNothingAtDifyForNobodyToRead() throws Exception {
        String id = carried("a.png", "image/png", "x");

        var response = house.send(house.request("/api/v1/chat/files/" + id, person)
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(response.statusCode()).isEqualTo(405);
    }

    @Test
    void doesNotTellAnotherPersonsFileFromNone() throws Exception {
        String id = carried("a.png", "image/png", "private");
        Person other = house.person(Role.ADMIN);

        var foreign = Sent.get(house, other, "/api/v1/chat/files/" + id);
        var unknown = Sent.get(house, other, "/api/v1/chat/files/0192e4a0-0000-7000-8000-000000000000");
        var nonsense = Sent.get(house, other, "/api/v1/chat/files/nonsense");

        assertThat(Sent.problem(foreign)).isEqualTo("404 not_found");
        assertThat(Sent.body(foreign).path("detail"))
                .isEqualTo(Sent.body(unknown).path("detail"));
        assertThat(Sent.problem(nonsense)).isEqualTo("404 not_found");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fetchesAnAnswersFileFromItsSignedAddress(boolean withServer) throws Exception {
        String difyId = difyId(uploaded("chart.png", "image/png", "a chart"));
        String path = "/files/" + difyId + "/file-preview?timestamp=1&nonce=n&sign=simulated";

        TurnFile file = answerFile(withServer ? house.dify.uri().resolve(path).toString() : path);

        assertThat(file.url()).isEqualTo("/api/v1/chat/files/" + file.id());
        assertThat(Sent.get(house, person, file.url()).body()).isEqualTo("a chart");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost:1/files/x",
                "file:///etc/passwd",
                "//169.254.169.254/x",
                "no address at all",
                "/files/0192e4a0-0000-7000-8000-000000000000/file-preview?sign=simulated",
                "/files/0192e4a0-0000-7000-8000-000000000000/file-preview?sign=expired"
            })
    void fetchesFromNowhereElse(String address) throws Exception {
        TurnFile file = answerFile(address);

        assertThat(Sent.problem(Sent.get(house, person, file.url()))).isEqualTo("404 not_found");
    }

    private TurnFile answerFile(String url) throws Exception {
        MessageId answer = MessageId.of(Sent.answer(house, person, app, "draw a chart"));
        MessageFiles files = house.bean(MessageFiles.class);
        StoredFile described =
                files.describe(person.id(), app.id(), answer, difyFile("chart.png", "image", "image/png", url));
        files.store(described);
        return TurnFile.of(described);
    }

    private static DifyFile difyFile(String name, String type, String mediaType, String url) {
        return new DifyFile(null, type, "tool_file", null, null, name, ".png", mediaType, 7L, null, null, url);
    }

    private String uploaded(String name, String type, String content) throws Exception {
        var response = Sent.upload(house, person, app, name, type, content);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Sent.body(response).path("id").asText();
    }

    private String difyId(String id) {
        StoredFile file = house.bean(FileRepository.class)
                .findOwned(FileId.of(id), person.id())
                .orElseThrow();
        @Nullable String difyId = file.difyFileId();
        return Objects.requireNonNull(difyId);
    }

    /** An upload that Dify has seen in a message. */
    private String carried(String name, String type, String content) throws Exception {
        String id = uploaded(name, type, content);
        DifyRequest question = new DifyRequest.Chat(
                "look",
                DifyRequest.noInputs(),
                person.id().toString(),
                null,
                List.of(DifyInputFile.uploaded("document", difyId(id))),
                false);
        try (DifyStream stream = house.bean(DifyClient.class).stream(
                house.bean(DifyTargets.class).of(app), question)) {
            for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
                // to the end
            }
        }
        return id;
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
