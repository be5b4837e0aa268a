package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** However much is logged, the key is not in it. */
@Timeout(60)
class KeyNeverLoggedIT {

    private static final String KEY = "app-not-a-real-key";

    @Test
    void keyIsInNoLineOfTheLogAndNoException() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Level usual = root.getLevel();
        Appender<ILoggingEvent> console = root.getAppender("STDOUT");
        root.detachAppender(console);
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try (DifyClient client = Clients.usual();
                WireServer refusing = WireServer.answering(401, "application/json", "{\"code\":\"unauthorized\"}");
                WireServer breaking = new WireServer((request, wire) -> wire.close())) {
            Throwable refused = catchThrowable(() -> client.stream(refusing.app(), Clients.chat()));
            Throwable broken = catchThrowable(() -> client.stream(breaking.app(), Clients.chat()));
            root.setLevel(usual);

            assertThat(log.list)
                    .flatMap(KeyNeverLoggedIT::texts)
                    .anyMatch(line -> line.contains("chat-messages"))
                    .noneMatch(line -> line.contains(KEY));
            assertThat(stackTrace(refused))
                    .contains("DifyUnauthorizedException")
                    .doesNotContain(KEY);
            assertThat(stackTrace(broken)).contains("DifyUnavailableException").doesNotContain(KEY);
        } finally {
            root.setLevel(usual);
            root.detachAppender(log);
            root.addAppender(console);
        }
    }

    private static List<String> texts(ILoggingEvent event) {
        return event.getThrowableProxy() == null
                ? List.of(event.getFormattedMessage())
                : List.of(event.getFormattedMessage(), ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
