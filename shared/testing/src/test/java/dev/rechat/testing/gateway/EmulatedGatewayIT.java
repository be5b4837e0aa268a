package dev.rechat.testing.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.lambda.FunctionProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EmulatedGatewayIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AutoClose
    private final HeldRequests gate = new HeldRequests();

    private FunctionFleet fleet = fleet(Conduct.LAMBDA);
    private EmulatedGateway gateway = EmulatedGateway.before("sample", Integration.streaming(fleet));

    private static FunctionFleet fleet(Conduct conduct) {
        return new FunctionFleet(() -> FunctionProcess.java(SampleFunction.class.getName()), conduct);
    }

    private void behave(Conduct conduct) {
        close();
        fleet = fleet(conduct);
        gateway = EmulatedGateway.before("sample", Integration.streaming(fleet));
    }

    @AfterEach
    void close() {
        gateway.close();
        fleet.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway.uri() + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> getLater(String path) {
        return http.sendAsync(request(path).build(), BodyHandlers.ofString());
    }

    private String held(String path) {
        return path + "?gate=" + gate.uri();
    }

    @Test
    void tellsTheFunctionWhatTheRequestWas() throws Exception {
        HttpResponse<String> answer = http.send(
                request("/a%20b/c?q=1&q=%C3%A4&empty=")
                        .header("X-Thing", "one")
                        .header("X-Thing", "two")
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString("{\"grüße\":1}"))
                        .build(),
                BodyHandlers.ofString());

        JsonNode event = JSON.readTree(answer.body());
        assertThat(event.path("httpMethod").asText()).isEqualTo("POST");
        assertThat(event.path("path").asText()).isEqualTo("/a%20b/c");
        assertThat(event.path("multiValueQueryStringParameters"))
                .isEqualTo(JSON.readTree("{\"q\":[\"1\",\"ä\"],\"empty\":[\"\"]}"));
        assertThat(event.path("multiValueHeaders").path("x-thing")).hasSize(2);
        assertThat(event.path("body").asText()).isEqualTo("{\"grüße\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.path("requestContext")
                        .path("identity")
                        .path("sourceIp")
                        .asText())
                .isEqualTo("127.0.0.1");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.headers().map())
                .containsKey("x-amzn-remapped-www-authenticate")
                .doesNotContainKey("www-authenticate");
    }

    @Test
    void passesBytesThatAreNoTextInBase64() throws Exception {
        byte[] bytes = {0, (byte) 0xff, 13, 10};

        HttpResponse<String> answer = http.send(
                request("/files")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(bytes))
                        .build(),
                BodyHandlers.ofString());

        JsonNode event = JSON.readTree(answer.body());
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(bytes);
    }

    @Test
    void holdsTheLimitsOfBodies() throws Exception {
        byte[] large = new byte[5 * 1024 * 1024];
        byte[] huge = new byte[11 * 1024 * 1024];

        assertThat(http.send(
                                request("/")
                                        .header("Content-Type", "image/png")
                                        .POST(BodyPublishers.ofByteArray(large))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .as("in base64 it is larger than an event may be")
                .isEqualTo(413);
        assertThat(http.send(request("/").POST(BodyPublishers.ofByteArray(huge)).build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("{\"message\":\"Request Too Long\"}");
    }

    @Test
    void usesAnInstanceAgainAndStartsAnotherOnlyWhileItIsBusy() throws Exception {
        String first = get("/pid").body();
        assertThat(get("/pid").body()).isEqualTo(first);

        var holding = getLater(held("/hold"));
        Exchange busy = gate.next();
        String second = get("/pid").body();
        HeldRequests.letGo(busy);

        assertThat(holding.get().body()).isEqualTo(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(fleet.started()).isEqualTo(2);
    }

    @Test
    void refusesWhatWouldBeOneInstanceTooMany() throws Exception {
        behave(Conduct.LAMBDA.withLimit(1));
        var holding = getLater(held("/hold"));
        Exchange busy = gate.next();

        assertThat(get("/pid").statusCode()).isEqualTo(429);

        HeldRequests.letGo(busy);
        assertThat(holding.get().statusCode()).isEqualTo(200);
        assertThat(get("/pid").statusCode()).isEqualTo(200);
    }

    @Test
    void replacesAnInstanceThatDies() throws Exception {
        String first = get("/pid").body();

        assertThat(get("/die").statusCode()).isEqualTo(502);
        assertThat(get("/pid").body()).isNotEqualTo(first);

        assertThat(fleet.kill(0)).isTrue();
        assertThat(get("/pid").statusCode()).isIn(200, 502);
        assertThat(get("/pid").statusCode()).isEqualTo(200);
    }

    @Test
    void passesEachPieceOnAtOnce() throws Exception {
        HttpResponse<InputStream> answer = http.send(request(held("/stream")).build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(new String(body.readNBytes(4), StandardCharsets.UTF_8)).isEqualTo("one ");
            HeldRequests.letGo(gate.next());
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("two");
        }
    }

    @Test
    void cutsTheAnswerOfAnInstanceThatDiesInTheMiddle() throws Exception {
        HttpResponse<InputStream> answer =
                http.send(request(held("/stream") + "&then=die").build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(new String(body.readNBytes(4), StandardCharsets.UTF_8)).isEqualTo("one ");
            HeldRequests.letGo(gate.next());
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        assertThat(get("/pid").statusCode()).isEqualTo(200);
    }

    @Test
    void letsTheFunctionGoOnWhenItsClientHasLeft() throws Exception {
        HttpResponse<InputStream> answer = http.send(request(held("/stream")).build(), BodyHandlers.ofInputStream());
        Exchange busy = gate.next();
        answer.body().close();

        HeldRequests.letGo(busy);

        assertThat(get("/pid").statusCode()).isEqualTo(200);
        assertThat(fleet.size()).as("nobody was killed").isEqualTo(fleet.started());
    }

    @Test
    void killsAnInstanceThatTakesTooLong() throws Exception {
        behave(Conduct.LAMBDA.withTimeLimit(Duration.ofSeconds(2)).withLimit(1).waiting());
        var holding = getLater(held("/hold"));
        gate.next();

        String next = get("/pid").body();

        assertThat(next).isNotBlank();
        assertThat(holding.get().statusCode()).isIn(502, 504);
        assertThat(fleet.started()).isEqualTo(2);
    }

    @Test
    void knowsOnlyTheRoutesOfItsTable() throws Exception {
        try (EmulatedGateway strict =
                EmulatedGateway.start(0, RouteTable.of(new Route("GET", "/api/pid", "sample")), Map.of(), null)) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(strict.uri().resolve("/api/other")).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        }
    }
}
