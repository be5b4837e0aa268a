package dev.rechat.benchmarks.paced;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One answer in the making. Each event is due at a fixed distance from the first, so a late one does not push back the
 * others; it carries the time of its writing, so lateness here is no delay there.
 */
final class PacedAnswer implements Runnable {

    private final ChannelHandlerContext connection;
    private final Pace pace;
    private final byte[] beforeText;
    private final byte[] afterText;
    private final byte[] end;
    private final long begin = System.nanoTime();
    private int sent;

    PacedAnswer(ChannelHandlerContext connection, Pace pace) {
        this.connection = connection;
        this.pace = pace;
        String message = UUID.randomUUID().toString();
        String wrapper =
                "\"conversation_id\": \"%s\", \"message_id\": \"%s\", \"created_at\": %d, \"task_id\": \"%s\", \"id\": \"%s\""
                        .formatted(
                                UUID.randomUUID(),
                                message,
                                TimeUnit.MICROSECONDS.toSeconds(Stamp.micros()),
                                UUID.randomUUID(),
                                message);
        this.beforeText = bytes("data: {\"event\": \"message\", " + wrapper + ", \"answer\": \"");
        this.afterText = bytes("\", \"from_variable_selector\": null}\n\n");
        this.end = bytes("data: {\"event\": \"message_end\", " + wrapper + ", \"metadata\": " + metadata() + "}\n\n");
    }

    private String metadata() {
        return """
                {"annotation_reply": null, "retriever_resources": [], "usage": {"prompt_tokens": 8, \
                "prompt_unit_price": "0", "prompt_price_unit": "0", "prompt_price": "0", "completion_tokens": %d, \
                "completion_unit_price": "0", "completion_price_unit": "0", "completion_price": "0", \
                "total_tokens": %d, "total_price": "0", "currency": "USD", "latency": 1.0}}\
                """.formatted(pace.events(), pace.events() + 8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void begin() {
        connection.executor().execute(this);
    }

    /** Writes what is due and asks to be called again. */
    @Override
    public void run() {
        if (!connection.channel().isActive()) {
            return;
        }
        if (sent == pace.events()) {
            connection.write(
                    new DefaultHttpContent(connection.alloc().buffer(end.length).writeBytes(end)));
            connection.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        connection.writeAndFlush(new DefaultHttpContent(event()), connection.voidPromise());
        sent++;
        Duration due = pace.interval().multipliedBy(sent);
        long wait = begin + due.toNanos() - System.nanoTime();
        connection.executor().schedule(this, Math.max(0, wait), TimeUnit.NANOSECONDS);
    }

    private ByteBuf event() {
        ByteBuf event = connection.alloc().buffer(beforeText.length + afterText.length + 32);
        event.writeBytes(beforeText);
        ByteBufUtil.writeAscii(event, Stamp.of(sent, Stamp.micros()));
        return event.writeBytes(afterText);
    }
}
