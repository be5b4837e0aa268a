package dev.rechat.testing.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One request and its answer, which the handling thread writes. Writing blocks until the bytes are handed to the
 * network, and is a no-op once the client has left: whoever cares asks {@link #ended()}.
 */
public final class Exchange {

    private final Channel channel;
    private final IncomingRequest request;
    private final boolean once;
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();

    /** @param once whether the client speaks HTTP/1.0: it knows no chunks, and an answer ends with its connection */
    Exchange(Channel channel, IncomingRequest request, boolean once) {
        this.channel = channel;
        this.request = request;
        this.once = once;
    }

    public IncomingRequest request() {
        return request;
    }

    /** Completes exactly once, never exceptionally. */
    public CompletableFuture<Ending> ended() {
        return ended;
    }

    /** Sends a whole answer. */
    public void answer(int status, Map<String, String> headers, byte[] body) {
        answer(ResponseHead.of(status, headers), body);
    }

    /** Sends a whole answer whose headers may have several values. */
    public void answer(ResponseHead head, byte[] body) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(head.status()), Unpooled.wrappedBuffer(body));
        head.headers().forEach(response.headers()::set);
        if (head.status() != 204) {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        }
        write(response);
        ended.complete(Ending.ANSWERED);
        leave();
    }

    /** Tells the length of a whole answer, sends its first bytes, and closes the connection. */
    public void answerHalf(int status, Map<String, String> headers, byte[] body, int most) {
        DefaultHttpResponse response =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
        headers.forEach(response.headers()::set);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        write(response);
        write(new DefaultHttpContent(Unpooled.wrappedBuffer(body, 0, most)));
        cut();
    }

    /** Sends the head of an answer whose chunks follow. */
    public void open(int status, Map<String, String> headers) {
        open(ResponseHead.of(status, headers));
    }

    /** Sends the head of an answer whose headers may have several values, and whose chunks follow. */
    public void open(ResponseHead head) {
        DefaultHttpResponse response =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(head.status()));
        head.headers().forEach(response.headers()::set);
        if (!once) {
            response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        write(response);
    }

    /** Sends one chunk of its own. */
    public void chunk(byte[] bytes) {
        if (bytes.length > 0) {
            write(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
        }
    }

    /** Sends one chunk without waiting for it, unless the client reads so slowly that much is waiting already. */
    public void chunkAhead(byte[] bytes) {
        ChannelFuture written = channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
        if (!channel.isWritable()) {
            written.awaitUninterruptibly();
        }
    }

    /** Ends an opened answer in order. */
    public void finish() {
        write(LastHttpContent.EMPTY_LAST_CONTENT);
        ended.complete(Ending.ANSWERED);
        leave();
    }

    /** Closes the connection in the middle of whatever was being sent. */
    public void cut() {
        ended.complete(Ending.CUT);
        channel.close().awaitUninterruptibly();
    }

    void clientLeft() {
        ended.complete(Ending.CLIENT_LEFT);
    }

    private void leave() {
        if (once) {
            channel.close().awaitUninterruptibly();
        }
    }

    /** A failed write means the client has gone, which the channel reports by itself. */
    private void write(Object message) {
        channel.writeAndFlush(message).awaitUninterruptibly();
    }
}
