package dev.rechat.local.lambda;

import static dev.rechat.local.lambda.RunningFunction.PATIENCE;
import static dev.rechat.local.lambda.RunningFunction.json;
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
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.Invocation;
import dev.rechat.testing.lambda.LambdaAnswer;

/**
 * What auth and chat-stream must do wherever they run: an account is made, a question is answered piece by piece, a
 * failure is told in order. The app is written into the database as the admin function would.
 */
final class FunctionJourney implements AutoCloseable {

    final Schema database = MigratedSchema.create();
    final DifySimulator dify = DifySimulator.start();
    final RunningFunction auth;
    final RunningFunction chat;
    private final String app;

    FunctionJourney(Packaging packaging) {
        app = SealedApp.insert(database, dify.uri(), DemoApps.CHAT_KEY);
        auth = new RunningFunction(packaging, "auth", database);
        chat = new RunningFunction(packaging, "chat-stream", database);
    }

    /** Registers, then signs in. @return the access token */
    String signUp(String email) {
        String credentials = "{\"email\":\"%s\",\"password\":\"correct horse battery\"}".formatted(email);
        LambdaAnswer registered =
                auth.answer(ApiGatewayEvents.post("/api/v1/auth/register").json(credentials));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(registered.setCookies())
                .singleElement()
                .asString()
                .contains("HttpOnly", "Secure", "SameSite=Strict");

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

    Invocation ask(String token, String question) {
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

    @Override
    public void close() {
        chat.close();
        auth.close();
        dify.close();
    }
}
