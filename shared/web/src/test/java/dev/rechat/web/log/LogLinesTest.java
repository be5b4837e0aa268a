package dev.rechat.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** A logger of its own: what this process logs with stays as it is. */
final class LogLinesTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

    @Test
    void lineIsOneObjectWithFieldsOfThreadAndLine() throws IOException {
        Logger log = logger(Program.FUNCTION, Map.of("RECHAT_LOG_FORMAT", "json"));
        mdc.put("request_id", "r-1");
        mdc.put("turn_id", "t-1");

        log.atWarn().addKeyValue("status", 502).addKeyValue("turn_id", "t-2").log("said {}", "\"so\"\n\u0001\u2028ö");

        assertThat(lines()).hasSize(1);
        assertThat(object(lines().getFirst()))
                .containsEntry("level", "WARN")
                .containsEntry("logger", "dev.rechat.some.Place")
                .containsEntry("message", "said \"so\"\n\u0001\u2028ö")
                .containsEntry("function", "local")
                .containsEntry("request_id", "r-1")
                .containsEntry("turn_id", "t-2")
                .containsEntry("status", "502")
                .hasEntrySatisfying(
                        "time",
                        time -> assertThat(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("\"status\":502");
    }

    @Test
    void whatWasThrownStaysOnTheLine() throws IOException {
        logger(Program.FUNCTION, Map.of("RECHAT_LOG_FORMAT", "json"))
                .error("broke", new IllegalStateException("outside", new IOException("inside")));

        assertThat(lines()).hasSize(1);
        Map<String, String> line = object(lines().getFirst());
        assertThat(line).containsEntry("exception", "java.lang.IllegalStateException");
        assertThat(line.get("stack")).contains("outside", "Caused by: java.io.IOException: inside", "\n");
    }

    @Test
    void endlessStackKeepsItsBeginningAndItsEnd() throws IOException {
        Throwable thrown = new IOException("innermost");
        for (int i = 0; i < 500; i++) {
            thrown = new IllegalStateException("layer " + i, thrown);
        }

        logger(Program.FUNCTION, Map.of("RECHAT_LOG_FORMAT", "json")).error("broke", thrown);

        assertThat(object(lines().getFirst()).get("stack"))
                .hasSizeLessThan(40_000)
                .contains("layer 499", "innermost");
    }

    @Test
    void onLambdaMachinesRead() throws IOException {
        logger(Program.FUNCTION, Map.of("AWS_LAMBDA_FUNCTION_NAME", "rechat-auth"))
                .info("hello");

        assertThat(object(lines().getFirst())).containsEntry("function", "rechat-auth");
    }

    @Test
    void halfOfACharacterIsNoBrokenLine() throws IOException {
        logger(Program.FUNCTION, Map.of("RECHAT_LOG_FORMAT", "json"))
                .info("cut {} and whole {}", "\ud83d", "\ud83d\ude00");

        assertThat(object(lines().getFirst())).containsEntry("message", "cut \ud83d and whole \ud83d\ude00");
        assertThat(lines().getFirst()).contains("\\ud83d and");
    }

    @Test
    void peopleReadText() {
        Logger log = logger(Program.SERVER, Map.of());
        mdc.put("request_id", "r-1");

        log.atWarn().addKeyValue("code", "dify_timeout").log("request failed");

        assertThat(lines().getFirst()).endsWith(" WARN Place request failed code=dify_timeout request_id=r-1");
    }

    @Test
    void serverTellsOfRequestsWhenAskedTo() {
        Logger log = logger(Program.SERVER, Map.of());
        log.info("request");
        assertThat(lines()).isEmpty();

        logger(Program.SERVER, Map.of("RECHAT_LOG_LEVEL", "INFO")).info("request");
        assertThat(lines()).hasSize(1);
    }

    private Logger logger(Program program, Map<String, String> variables) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(mdc);
        LogSetup.configure(context, program, variables);
        Appender<ILoggingEvent> console =
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
        ((OutputStreamAppender<ILoggingEvent>) console).setOutputStream(written);
        return context.getLogger("dev.rechat.some.Place");
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Map<String, String> object(String line) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, json.getText());
            }
            assertThat(json.nextToken()).isNull();
        }
        return fields;
    }
}
