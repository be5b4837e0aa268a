package dev.rechat.benchmarks.load;

import dev.rechat.benchmarks.paced.Stamp;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks for one turn and reads it to the end. */
final class TurnReader extends SimpleChannelInboundHandler<HttpObject> implements StampScanner.Findings {

    private final Target target;
    private final Load load;
    private final int expected;
    private final StampScanner scanner;
    private final long asked = Stamp.micros();
    private long arrived;
    private int status;
    private int next;
    private int frames;
    private boolean opened;
    private boolean over;
    private @Nullable String problem;

    /** @param expected events with stamps, 0 when the target is a Dify that puts none */
    TurnReader(Target target, Load load, int expected) {
        this.target = target;
        this.load = load;
        this.expected = expected;
        this.scanner = new StampScanner(target.end(), this);
    }

    @Override
    public void channelActive(ChannelHandlerContext connection) {
        var request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                target.uri().getRawPath(),
                Unpooled.copiedBuffer(target.body(), StandardCharsets.UTF_8));
        request.headers()
                .set(HttpHeaderNames.HOST, target.uri().getHost() + ":" + target.port())
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.ACCEPT, "text/event-stream");
        target.headers().forEach((name, value) -> request.headers().set(name, value));
        HttpUtil.setContentLength(request, request.content().readableBytes());
        connection.writeAndFlush(request);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, HttpObject part) {
        if (part instanceof HttpResponse head) {
            status = head.status().code();
        }
        if (part instanceof HttpContent content) {
            read(content.content());
        }
        if (part instanceof LastHttpContent) {
            end(scanner.ended() ? null : "the stream ends without its last event");
            connection.close();
        }
    }

    private void read(ByteBuf bytes) {
        if (status != 200) {
            if (problem == null) {
                problem = status + " " + bytes.toString(StandardCharsets.UTF_8);
            }
            return;
        }
        arrived = Stamp.micros();
        load.bytes(bytes.readableBytes());
        scanner.scan(bytes);
    }

    @Override
    public void stamp(int number, long micros) {
        if (number != next && problem == null) {
            problem = "event " + number + " where " + next + " was due";
        }
        next++;
        load.delay(arrived - micros);
        count();
    }

    @Override
    public void frame() {
        frames++;
        if (expected == 0) {
            count();
        }
    }

    private void count() {
        if (!opened) {
            opened = true;
            load.opened(arrived - asked);
        }
        load.event();
    }

    private void end(@Nullable String cut) {
        if (over) {
            return;
        }
        over = true;
        String failure = problem != null ? problem : cut;
        if (failure == null && next != expected) {
            failure = "%d events of %d in %d frames".formatted(next, expected, frames);
        }
        load.ended(failure);
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        end("the connection was closed");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
        end(cause.toString());
        connection.close();
    }
}
