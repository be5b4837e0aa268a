package dev.rechat.web.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.rechat.kernel.log.LogField;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** An event as one JSON object on one line; docs/observability.md tells of each field. */
final class JsonLines extends EncoderBase<ILoggingEvent> {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** CloudWatch takes a quarter of a megabyte for a line; the cause that counts is told first or last. */
    private static final int MAX_STACK = 32 * 1024;

    private static final byte[] NOTHING = {};

    private final String function;

    JsonLines(String function) {
        this.function = function;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        JsonText line = new JsonText()
                .add(LogField.TIME, TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
                .add(LogField.LEVEL, event.getLevel())
                .add(LogField.LOGGER, event.getLoggerName())
                .add(LogField.MESSAGE, String.valueOf(event.getFormattedMessage()))
                .add(LogField.FUNCTION, function);
        Fields.of(event).forEach(line::add);
        @Nullable IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.add(LogField.EXCEPTION, thrown.getClassName());
            line.add(LogField.STACK, shortened(ThrowableProxyUtil.asString(thrown)));
        }
        return line.line().getBytes(StandardCharsets.UTF_8);
    }

    private static String shortened(String stack) {
        return stack.length() <= MAX_STACK
                ? stack
                : stack.substring(0, MAX_STACK / 2) + "\n…\n" + stack.substring(stack.length() - MAX_STACK / 2);
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
