package dev.rechat.chat.http;

import static dev.rechat.chat.http.Attached.body;
import static dev.rechat.chat.http.Attached.file;
import static dev.rechat.chat.http.Attached.image;
import static dev.rechat.chat.http.Attached.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not taken: the error names the part, and nothing is left of any other. */
class AttachmentRefusalIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SMALL = 1_000;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ChatHouse house;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Instance narrow;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
        narrow = house.instance(Map.of("rechat.files.max-bytes", SMALL, "rechat.turns.max-running-per-user", 1));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);

    @AfterEach
    void nothingIsLeft() {
        assertThat(house.bean(FileRepository.class).listAllAfter(person.id(), "", 100))
                .isEmpty();
        assertThat(house.dify.requests())
                .filteredOn(request -> request.path().endsWith("/files/upload"))
                .noneMatch(request -> request.body().contains(person.id().toString()));
    }

    private OpenAiCaller.Reply ask(Instance instance, App asked, List<? extends Map<String, ?>> parts)
            throws Exception {
        return new OpenAiCaller(instance, person, asked, null).send(body("look", parts));
    }

    private static void refused(OpenAiCaller.Reply reply, String param, String code) {
        assertThat(reply.response().statusCode()).isEqualTo(400);
        assertThat(reply.json().at("/error/type").asText()).isEqualTo("invalid_request_error");
        assertThat(reply.json().at("/error/param").asText()).isEqualTo("messages[0].content" + param);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'image_url','image_url':{'url':'data:image/png;base64,aGVsbG8='}} | .image_url | file_type",
                "{'type':'image_url','image_url':{'url':'data:image/png;base64,***'}} | .image_url | invalid",
                "{'type':'image_url','image_url':{'url':'data:image/png,plain'}} | .image_url | invalid",
                "{'type':'image_url','image_url':{'url':'ftp://example.org/a.png'}} | .image_url | invalid",
                "{'type':'image_url','image_url':{'url':'file:///etc/passwd'}} | .image_url | invalid",
                "{'type':'image_url','image_url':{'url':'https://me:secret@example.org/a.png'}} | .image_url | invalid",
                "{'type':'image_url','image_url':{'url':'https:///a.png'}} | .image_url | invalid",
                "{'type':'image_url','image_url':{'url':'a b'}} | .image_url | invalid",
                "{'type':'image_url'} | .image_url | invalid",
                "{'type':'file','file':{'filename':'a.pdf'}} | .file | required",
                "{'type':'file','file':{'file_data':'aGVsbG8='}} | .file | required",
                "{'type':'file','file':{'filename':'a.pdf','file_data':'aGVsbG8='}} | .file | file_type",
                "{'type':'file','file':{'filename':'a.exe','file_data':'aGVsbG8='}} | .file | file_type",
                "{'type':'file','file':{'filename':'a.txt','file_data':'AAECAw=='}} | .file | file_type",
                "{'type':'file','file':{'file_id':'file-abc123'}} | .file.file_id | not_found",
                "{'type':'file','file':{'file_id':'01a1fd84-1eb5-73c3-a210-5e5e0e0e9650'}} | .file.file_id | not_found",
                "{'type':'input_audio','input_audio':{'data':'AAAA','format':'wav'}} | .input_audio | unsupported_parameter"
            })
    void errorNamesThePartAndTheOthersAreNotSent(String part, String param, String code) throws Exception {
        Map<?, ?> wrong = JSON.readValue(part.replace('\'', '"'), Map.class);

        OpenAiCaller.Reply reply = new OpenAiCaller(house.first(), person, app, null)
                .send(Map.of(
                        "messages",
                        List.of(Map.of(
                                "role",
                                "user",
                                "content",
                                List.of(Map.of("type", "text", "text", "look"), picture("a cat"), wrong)))));

        refused(reply, "[2]" + param, code);
        assertThat(reply.response().body()).doesNotContain("secret");
    }

    @Test
    void kindOfPartThatThereIsNoneOfIsNamed() throws Exception {
        refused(ask(house.first(), app, List.of(Map.of("type", "video_url"))), "[1]", "invalid");
    }

    @Test
    void addressThatIsTooLongIsRefused() throws Exception {
        refused(
                ask(house.first(), app, List.of(image("https://example.org/" + "a".repeat(5_000)))),
                "[1].image_url",
                "too_long");
    }

    @Test
    void moreFilesThanTheAppTakesAreRefused() throws Exception {
        refused(
                ask(house.first(), app, List.of(picture("1"), picture("2"), picture("3"), picture("4"))),
                "[4].image_url",
                "too_many");
    }

    @Test
    void fileAboveTheHousesLimitIsRefused() throws Exception {
        refused(ask(narrow, app, List.of(picture("x".repeat(SMALL)))), "[1].image_url", "too_large");
    }

    @Test
    void requestThatIsTooLargeAsAWholeIsRefused() throws Exception {
        OpenAiCaller.Reply reply = ask(house.first(), app, List.of(picture("x".repeat(4_000_000))));

        assertThat(reply.response().statusCode()).isEqualTo(413);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("payload_too_large");
    }

    @Test
    void appThatTakesNoFilesSaysSo() throws Exception {
        App workflow = house.app("workflow", DemoApps.WORKFLOW_KEY);

        refused(ask(house.first(), workflow, List.of(picture("a cat"))), "[1].image_url", "not_taken");
        refused(
                ask(house.first(), workflow, List.of(image("https://example.org/a.png"))),
                "[1].image_url",
                "not_taken");
    }

    @Test
    void uploadOfSomebodyElseIsNotFound() throws Exception {
        Person other = house.person(Role.USER);
        String id = Sent.body(Sent.upload(house, other, app, "note.txt", "text/plain", "x"))
                .path("id")
                .asText();

        refused(ask(house.first(), app, List.of(file(Map.of("file_id", id)))), "[1].file.file_id", "not_found");
    }

    @Test
    void nothingIsSentForQuestionThatMayNotBeAsked() throws Exception {
        Gate gate = new Gate();
        house.dify.next(
                GenerationRequest.containing("keeps one place"),
                Script.answer("a").pause(gate).text("b"));
        OpenAiCaller caller = new OpenAiCaller(narrow, person, app, null);
        HttpResponse<InputStream> first = narrow.openLater(caller.request(caller.asking("keeps one place", true)))
                .get();
        try (InputStream answer = first.body()) {
            assertThat(answer.read()).isPositive();

            OpenAiCaller.Reply second = ask(narrow, app, List.of(picture("a cat")));

            assertThat(second.response().statusCode()).isEqualTo(429);
            gate.open();
            answer.readAllBytes();
        }
    }

    @Test
    void questionWithFilesIsNotKeptWhenDifyIsAway() throws Exception {
        App away = house.app("chat", DemoApps.CHAT_KEY, URI.create("http://127.0.0.1:1/v1"), true);

        OpenAiCaller.Reply reply = ask(house.first(), away, List.of(picture("a cat")));

        assertThat(reply.response().statusCode()).isEqualTo(503);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("dify_unavailable");
    }
}
