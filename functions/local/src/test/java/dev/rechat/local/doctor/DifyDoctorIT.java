package dev.rechat.local.doctor;

import static dev.rechat.local.doctor.Visit.troubles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.doctor.dify.DifySubject;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Diagnosis;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.dify.SimulatedApp;
import dev.rechat.testing.http.LoopbackServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a Dify is told by its own name, and a good one is left alone. */
final class DifyDoctorIT {

    private static final String OFF_KEY = "app-off";
    private static final String QUESTION = "Count from one to fifty in words.";
    private static final Visit VISIT = new Visit();
    private static final DifySimulator DIFY = simulator();
    private static final String URL = DIFY.uri().toString();

    private static DifySimulator simulator() {
        DifySimulator.Builder builder = DifySimulator.builder().pace(Duration.ofMillis(15));
        DemoApps.all().forEach(builder::app);
        return builder.app(SimulatedApp.chat(OFF_KEY).disabled()).start();
    }

    @AfterAll
    static void close() {
        VISIT.close();
        DIFY.close();
    }

    @AfterEach
    void forget() {
        DIFY.forgetScripts();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DemoApps.CHAT_KEY,
                DemoApps.AGENT_KEY,
                DemoApps.CHATFLOW_KEY,
                DemoApps.COMPLETION_KEY,
                DemoApps.WORKFLOW_KEY
            })
    void findsNothingWrongWithAGoodApp(String key) {
        List<Diagnosis> found = VISIT.look(URL, key, QUESTION);

        assertThat(troubles(found)).as(found.toString()).isEmpty();
        assertThat(found).extracting(Diagnosis::check).contains("service-api", "key", "app", "stream", "stop");
    }

    @Test
    void asksNothingUnlessItIsToldTo() {
        DifySimulator quiet = DifySimulator.start();
        try (quiet) {
            List<Diagnosis> found = VISIT.look(quiet.uri().toString(), DemoApps.CHAT_KEY, null);

            assertThat(found).extracting(Diagnosis::code).contains(Code.STREAM_NOT_CHECKED);
            assertThat(quiet.requests()).noneMatch(request -> request.method().equals("POST"));
        }
    }

    @Test
    void namesAProxyThatHoldsEventsBack() {
        try (BetweenProxy proxy = new BetweenProxy(DIFY.uri(), true)) {
            List<Diagnosis> found = VISIT.look(proxy.uri().toString(), DemoApps.CHATFLOW_KEY, QUESTION);

            assertThat(troubles(found)).contains(Code.STREAM_BUFFERED);
            assertThat(found).anySatisfy(each -> assertThat(each.advice()).contains("proxy_buffering off"));
        }
    }

    @Test
    void saysNothingAgainstAProxyThatPassesEventsOn() {
        try (BetweenProxy proxy = new BetweenProxy(DIFY.uri(), false)) {
            assertThat(troubles(VISIT.look(proxy.uri().toString(), DemoApps.CHATFLOW_KEY, QUESTION)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dataset-abc,                 NOT_AN_APP_KEY",
        "sk-abc,                      NOT_AN_APP_KEY",
        "eyJhbGciOi.eyJzdWIi.sig,     NOT_AN_APP_KEY",
        "'app-demo-chat ',            NOT_AN_APP_KEY",
        "Bearer app-demo-chat,        NOT_AN_APP_KEY",
        "app-nobody,                  KEY_REFUSED",
        "app-off,                     SWITCHED_OFF"
    })
    void saysWhatIsWrongWithAKey(String key, Code expected) {
        List<Diagnosis> found = VISIT.look(URL, key, null);

        assertThat(troubles(found)).containsExactly(expected);
        assertThat(found.toString()).doesNotContain(key.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://dify.example.org/v1,         URL_INVALID",
        "https://a:b@dify.example.org/v1,   URL_INVALID",
        "http://127.0.0.1:1/v1,             NOT_CONNECTED",
        "http://no-such-host.invalid/v1,    NAME_UNKNOWN",
        "http://169.254.169.254/v1,         ADDRESS_FORBIDDEN"
    })
    void saysHowFarAWrongUrlLeads(String url, Code expected) {
        assertThat(troubles(VISIT.look(url, DemoApps.CHAT_KEY, null))).containsExactly(expected);
    }

    @Test
    void knowsAUrlThatEndsTooLate() {
        assertThat(troubles(VISIT.look(URL + "/chat-messages", DemoApps.CHAT_KEY, null)))
                .containsExactly(Code.URL_TOO_LONG);
    }

    @Test
    void noticesThatTheAppHasBecomeAnother() {
        DifySubject subject = new DifySubject("app chat", URL, DemoApps.CHAT_KEY, null, "workflow");

        assertThat(troubles(VISIT.look(subject, null))).containsExactly(Code.MODE_CHANGED);
    }

    @Test
    void looksAtTheSpareKeyToo() {
        DifySubject subject = new DifySubject("app chat", URL, DemoApps.CHAT_KEY, "app-nobody", "chat");

        assertThat(troubles(VISIT.look(subject, null))).containsExactly(Code.SPARE_KEY_REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "502 | text/html        | <html><hr><center>nginx</center></html>              | PROXY_ERROR",
                "404 | text/html        | <html><hr><center>nginx</center></html>              | ANSWERS_PROXY",
                "200 | text/html        | <html><title>Dify</title><script src=/_next/></html> | ANSWERS_CONSOLE",
                "401 | application/problem+json | {\"code\":\"unauthenticated\",\"status\":401} | ANSWERS_RECHAT",
                "200 | text/plain       | hello                                                | NOT_SERVICE_API",
                "200 | application/json | {\"welcome\":\"Dify OpenAPI\",\"server_version\":\"0.15.3\"} | VERSION_OLD"
            })
    void knowsWhoAnswersInstead(int status, String type, String body, Code expected) {
        try (LoopbackServer stranger = LoopbackServer.start(
                0,
                exchange ->
                        exchange.answer(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8)))) {
            List<Diagnosis> found = VISIT.look("http://127.0.0.1:" + stranger.port() + "/v1", DemoApps.CHAT_KEY, null);

            assertThat(troubles(found)).startsWith(expected);
        }
    }

    @Test
    void tellsTheUrlThatWasMeant() {
        List<Diagnosis> found = VISIT.look(URL.replace("/v1", ""), DemoApps.CHAT_KEY, null);

        assertThat(troubles(found)).containsExactly(Code.URL_WITHOUT_V1);
        assertThat(found.getLast().advice()).isEqualTo("use " + URL);
    }

    @Test
    void doesNotFollowWhereItIsLed() {
        try (LoopbackServer elsewhere = LoopbackServer.start(
                0,
                exchange -> exchange.answer(
                        301, Map.of("Location", "https://dify.example.org/v1/?secret=1"), new byte[0]))) {
            List<Diagnosis> found = VISIT.look("http://127.0.0.1:" + elsewhere.port() + "/v1", DemoApps.CHAT_KEY, null);

            assertThat(troubles(found)).containsExactly(Code.REDIRECTED);
            assertThat(found.getLast().message())
                    .contains("https://dify.example.org")
                    .doesNotContain("secret");
        }
    }

    @Test
    void tellsHowAStreamFails() {
        asked(Faults.cutMidEvent(), Code.STREAM_CUT);
        asked(Faults.modelFailure(), Code.STREAM_FAILED);
        asked(Faults.badGateway(), Code.STREAM_REFUSED);
        asked(Faults.badKey(), Code.STREAM_REFUSED);
    }

    private static void asked(Script script, Code expected) {
        DIFY.next(GenerationRequest.any(), script);

        assertThat(troubles(VISIT.look(URL, DemoApps.CHAT_KEY, QUESTION))).containsExactly(expected);
    }

    @Test
    void charactersThatArriveInPiecesAreNotBroken() {
        DIFY.next(GenerationRequest.any(), Faults.splitCharacters());

        assertThat(troubles(VISIT.look(URL, DemoApps.CHAT_KEY, QUESTION))).doesNotContain(Code.STREAM_GARBLED);
    }
}
