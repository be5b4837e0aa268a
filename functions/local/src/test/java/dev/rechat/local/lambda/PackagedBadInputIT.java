package dev.rechat.local.lambda;

import static dev.rechat.local.lambda.RunningFunction.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.gateway.Packaging;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.LambdaAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behind Lambda, bodies and arguments are read by other code of the framework than on a server; the answers are the same. */
class PackagedBadInputIT {

    @SuppressWarnings("NullAway.Init")
    private static RunningFunction auth;

    @BeforeAll
    static void open() {
        auth = new RunningFunction(Packaging.JVM, "auth", MigratedSchema.create());
    }

    @AfterAll
    static void close() {
        auth.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 400 | malformed_json",
                "{\"email\":\"a\" \"b\"} | 400 | malformed_json",
                "{\"email\":\"a\",\"password\":\"b\",\"colour\":\"red\"} | 400 | validation_failed",
                "{\"email\":7} | 400 | validation_failed",
                "{} | 400 | validation_failed",
                "'' | 400 | validation_failed",
                "null | 400 | validation_failed",
                "[] | 400 | validation_failed",
                "{\"email\":\"nobody@example.org\",\"password\":\"wrong password\"} | 401 | invalid_credentials",
            })
    void isToldAsAServerTellsIt(String body, int status, String code) {
        LambdaAnswer answer =
                auth.answer(ApiGatewayEvents.post("/api/v1/auth/login").json(body));

        assertProblem(answer, status, code);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        LambdaAnswer answer = auth.answer(ApiGatewayEvents.post("/api/v1/auth/register")
                .json("{\"email\":\"a@example.org\",\"password\":\"short\"}"));

        assertProblem(answer, 400, "validation_failed");
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("password");
        assertThat(json(answer).at("/errors/0/code").asText()).isEqualTo("too_short");
    }

    @Test
    void holdsTheLimitOfTheBody() {
        String body = "{\"email\":\"" + "x".repeat(1024 * 1024) + "\"}";

        assertProblem(auth.answer(ApiGatewayEvents.post("/api/v1/auth/login").json(body)), 413, "payload_too_large");
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] latin1 = "{\"email\":\"\u00e9\",\"password\":\"x\"}".getBytes(ISO_8859_1);

        assertProblem(
                auth.answer(ApiGatewayEvents.post("/api/v1/auth/login")
                        .header("Content-Type", "application/json")
                        .binary(latin1)),
                400,
                "malformed_json");
    }

    @Test
    void answersUnknownPathsMethodsAndTypes() {
        assertProblem(auth.answer(ApiGatewayEvents.get("/api/v1/auth/nothing")), 404, "not_found");
        assertProblem(auth.answer(ApiGatewayEvents.get("/api/v1/auth/login")), 405, "method_not_allowed");
        assertProblem(auth.answer(ApiGatewayEvents.get("/api/v1/auth/me")), 401, "unauthenticated");
        assertProblem(auth.answer(ApiGatewayEvents.get("/api/v1/auth/me").bearer("a.b.c")), 401, "unauthenticated");
    }

    @Test
    void goesOnWithTheCookie() {
        LambdaAnswer registered = auth.answer(ApiGatewayEvents.post("/api/v1/auth/register")
                .json("{\"email\":\"ada@example.org\",\"password\":\"correct horse battery\"}"));
        String cookie = registered.setCookies().getFirst().replaceFirst(";.*$", "");

        LambdaAnswer renewed =
                auth.answer(ApiGatewayEvents.post("/api/v1/auth/refresh").header("Cookie", cookie));
        LambdaAnswer reused =
                auth.answer(ApiGatewayEvents.post("/api/v1/auth/refresh").header("Cookie", cookie));
        LambdaAnswer out = auth.answer(ApiGatewayEvents.post("/api/v1/auth/logout"));

        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(renewed.setCookies()).hasSize(1);
        assertProblem(reused, 401, "invalid_refresh_token");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.setCookies()).singleElement().asString().contains("Max-Age=0");
    }

    private static void assertProblem(LambdaAnswer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(json(answer).path("code").asText()).isEqualTo(code);
    }
}
