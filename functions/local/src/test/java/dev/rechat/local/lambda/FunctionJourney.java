package dev.rechat.local.lambda;

import static dev.rechat.local.lambda.RunningFunction.PATIENCE;
import static dev.rechat.local.lambda.RunningFunction.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.Packaging;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.Invocation;
import dev.rechat.testing.lambda.LambdaAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the functions must do wherever they run: an account is made, a question is answered piece by piece, a failure is
 * told in order, an app is added, what was said is found again. The first app is written into the database as the admin
 * function would.
 */
final class FunctionJourney implements AutoCloseable {

    final Schema database;
    final DifySimulator dify;
    final RunningFunction auth;
    final RunningFunction chat;
    private final Packaging packaging;
    private final String app;

    FunctionJourney(Packaging packaging) {
        this(packaging, MigratedSchema.create(), DifySimulator.start());
    }

    private FunctionJourney(Packaging packaging, Schema database, DifySimulator dify) {
        this(packaging, database, dify, SealedApp.insert(database, dify.uri(), DemoApps.CHAT_KEY), Map.of());
    }

    /**
     * @param database as the functions see it
     * @param app the id of one that is there
     * @param more variables of the functions
     */
    FunctionJourney(Packaging packaging, Schema database, DifySimulator dify, String app, Map<String, String> more) {
        this.packaging = packaging;
        this.database = database;
        this.dify = dify;
        this.app = app;
        auth = new RunningFunction(packaging, "auth", database, more);
        chat = new RunningFunction(packaging, "chat-stream", database, more);
    }

    /** Registers, then signs in. @return the access token */
    String signUp(String email) {
        String credentials = "{\"email\":\"%s\",\"password\":\"correct horse battery\"}".formatted(email);
        LambdaAnswer registered =
                auth.answer(ApiGatewayEvents.post("/api/v1/auth/register").json(credentials));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(registered.setCookies())
                .as("the session, and the browser")
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Strict"));

        LambdaAnswer signedIn =
                auth.answer(ApiGatewayEvents.post("/api/v1/auth/login").json(credentials));
        assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
        return json(signedIn).path("access_token").asText();
    }

    void refusesWrongPassword(String email) {
        LambdaAnswer refused = auth.answer(ApiGatewayEvents.post("/api/v1/auth/login")
                .json("{\"email\":\"%s\",\"password\":\"wrong horse battery\"}".formatted(email)));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(json(refused).path("code").asText()).isEqualTo("invalid_credentials");
    }

    /** A cookie that comes back is read by what Micronaut finds by its name only. */
    void goesOnByTheCookieAlone(String email) {
        String credentials = "{\"email\":\"%s\",\"password\":\"correct horse battery\"}".formatted(email);
        LambdaAnswer signedIn =
                auth.answer(ApiGatewayEvents.post("/api/v1/auth/login").json(credentials));
        String cookie = signedIn.setCookies().stream()
                .filter(each -> each.startsWith("rechat_refresh="))
                .findFirst()
                .orElseThrow();

        LambdaAnswer refreshed = auth.answer(ApiGatewayEvents.post("/api/v1/auth/refresh")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .json("{}"));

        assertThat(refreshed.status()).as(refreshed.text()).isEqualTo(200);
        assertThat(json(refreshed).path("access_token").asText()).isNotBlank();
    }

    /** Field errors must tell their codes without reflection, which executables do not have. */
    void tellsWhatIsWrongWithABody() {
        LambdaAnswer refused =
                auth.answer(ApiGatewayEvents.post("/api/v1/auth/login").json("{\"email\":\"\"}"));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(json(refused).path("errors"))
                .as(refused.text())
                .anySatisfy(error -> assertThat(error.path("code").asText()).isEqualTo("required"));
    }

    Invocation ask(String token, String question) {
        return ask(chat, token, app, question);
    }

    static Invocation ask(RunningFunction chat, String token, String app, String question) {
        return chat.invoke(ApiGatewayEvents.post("/api/v1/chat/stream")
                .bearer(token)
                .json("{\"app_id\":\"%s\",\"message\":\"%s\"}".formatted(app, question)));
    }

    /** Each piece must have left the function before Dify is allowed to make the next. */
    void streamsPieceByPiece(String token) {
        Gate first = new Gate();
        Gate second = new Gate();
        dify.next(
                GenerationRequest.containing("piecemeal"),
                Script.answer("one").pause(first).text("two").pause(second).text("three"));

        Invocation invocation = ask(token, "piecemeal");
        invocation.awaitText("\"one\"", PATIENCE);
        first.open();
        invocation.awaitText("\"two\"", PATIENCE);
        second.open();
        LambdaAnswer answer = invocation.awaitResponse(PATIENCE);

        assertThat(answer.streaming()).isTrue();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(answer.text()).contains("event: turn", "\"three\"", "event: done");
        assertThat(answer.trailers()).isEmpty();
    }

    void endsBrokenStreamInOrder(String token) {
        dify.next(GenerationRequest.containing("breaks"), Faults.cutMidEvent());

        LambdaAnswer answer = ask(token, "breaks").awaitResponse(PATIENCE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("event: error", "dify_protocol_error");
        assertThat(answer.trailers()).isEmpty();
    }

    void tellsRefusalAsPlainError(String token) {
        dify.next(GenerationRequest.containing("refused"), Faults.badKey());

        LambdaAnswer answer = ask(token, "refused").awaitResponse(PATIENCE);

        assertThat(answer.status()).isEqualTo(502);
        JsonNode problem = json(answer);
        assertThat(problem.path("code").asText()).isEqualTo("dify_unauthorized");
        assertThat(problem.path("request_id").asText()).isNotBlank();
    }

    /** Bytes that are no text must come through as they are, in both directions. */
    void passesFilesAndSpeech(String token) {
        byte[] recording = {(byte) 0xff, 0, (byte) 0xc3, '\r', '\n', (byte) 0x80};

        LambdaAnswer uploaded = chat.answer(form("/api/v1/chat/files", token, "a.png", "image/png", recording));
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        assertThat(json(uploaded).path("size").asInt()).isEqualTo(recording.length);

        LambdaAnswer heard = chat.answer(form("/api/v1/chat/speech-to-text", token, "a.wav", "audio/wav", recording));
        assertThat(heard.text()).isEqualTo("{\"text\":\"A recording of 6 bytes.\"}");

        dify.next(GenerationRequest.containing("read me"), Script.answer("Grüße 😀"));
        Matcher answer = Pattern.compile("\"assistant_message_id\":\"([^\"]+)\"")
                .matcher(ask(token, "read me").awaitResponse(PATIENCE).text());
        assertThat(answer.find()).isTrue();
        LambdaAnswer read = chat.answer(ApiGatewayEvents.post("/api/v1/chat/text-to-speech")
                .bearer(token)
                .json("{\"message_id\":\"%s\"}".formatted(answer.group(1))));
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.header("Content-Type")).contains("audio/mpeg");
        byte[] tone = tone();
        assertThat(read.body()).startsWith(tone);
        assertThat(read.body().length % tone.length).isZero();
    }

    /** What the simulator's voice is made of: bytes that are no text, so that a wrong encoding shows. */
    private static byte[] tone() {
        try (InputStream sound = DifySimulator.class.getResourceAsStream("tone.mp3")) {
            return requireNonNull(sound).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void holdsTheLimitsOfBodies(String token) {
        byte[] large = new byte[2 * 1024 * 1024];

        assertThat(chat.answer(form("/api/v1/chat/files", token, "a.png", "image/png", large))
                        .status())
                .isEqualTo(201);
        assertThat(chat.answer(form("/api/v1/chat/stream", token, "a.png", "image/png", large))
                        .status())
                .isEqualTo(413);
    }

    void addsAnAppAndNeverTellsItsKey(String administrator) {
        try (RunningFunction admin = new RunningFunction(packaging, "admin", database)) {
            LambdaAnswer added = admin.answer(ApiGatewayEvents.post("/api/v1/admin/apps")
                    .bearer(administrator)
                    .json("{\"name\":\"Agent\",\"base_url\":\"%s\",\"api_key\":\"%s\"}"
                            .formatted(dify.uri(), DemoApps.AGENT_KEY)));

            assertThat(added.status()).as(added.text()).isEqualTo(201);
            assertThat(json(added).path("api_key_set").asBoolean()).isTrue();
            assertThat(json(added).path("mode").asText()).isEqualTo("agent-chat");
            assertThat(added.text()).doesNotContain(DemoApps.AGENT_KEY);
        }
    }

    void findsAgainWhatWasSaid(String person) {
        ask(person, "kept for later").awaitResponse(PATIENCE);

        try (RunningFunction conversation = new RunningFunction(packaging, "conversation", database)) {
            LambdaAnswer list = conversation.answer(
                    ApiGatewayEvents.get("/api/v1/conversations").bearer(person));
            JsonNode newest = json(list).path("data").path(0);
            assertThat(newest.path("title").asText()).as(list.text()).isEqualTo("kept for later");

            LambdaAnswer messages = conversation.answer(ApiGatewayEvents.get(
                            "/api/v1/conversations/" + newest.path("id").asText() + "/messages")
                    .bearer(person));
            assertThat(json(messages).path("data"))
                    .extracting(message -> message.path("role").asText())
                    .containsExactly("user", "assistant");

            LambdaAnswer export = conversation.answer(
                    ApiGatewayEvents.get("/api/v1/conversations/export").bearer(person));
            assertThat(export.streaming()).isTrue();
            assertThat(export.complete()).isTrue();
            assertThat(export.text())
                    .startsWith("{\"format\":\"rechat-conversations\"")
                    .contains("kept for later");

            LambdaAnswer imported = conversation.answer(ApiGatewayEvents.post("/api/v1/conversations/import")
                    .bearer(person)
                    .json(export.text()));
            assertThat(json(imported).path("skipped").asInt())
                    .as(imported.text())
                    .isPositive();
        }
    }

    private ApiGatewayEvents form(String path, String token, String name, String type, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"app_id\"\r\n\r\n" + app
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return ApiGatewayEvents.post(path)
                .bearer(token)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .binary(body.toByteArray());
    }

    @Override
    public void close() {
        chat.close();
        auth.close();
        dify.close();
    }
}
