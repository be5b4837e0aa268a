package dev.rechat.testing.lambda;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of a function to the Runtime API. Runs on the stub's event loop. */
final class RuntimeApiHandler extends SimpleChannelInboundHandler<HttpObject> {

    private static final String BASE = "/2018-06-01/runtime/";
    private static final String MODE = "Lambda-Runtime-Function-Response-Mode";
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

    /** Lambda's limit of a buffered answer. */
    private static final int MAX_BUFFERED = 6_291_556;

    private final InvocationQueue queue;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable HttpRequest request;
    private @Nullable Invocation answering;
    private @Nullable Consumer<Invocation> polling;
    private boolean streaming;

    RuntimeApiHandler(InvocationQueue queue) {
        this.queue = queue;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
        if (message instanceof HttpRequest head) {
            begin(context, head);
        }
        if (message instanceof HttpContent content) {
            content(content);
        }
        if (message instanceof LastHttpContent last) {
            end(context, last);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
        request = head;
        body.reset();
        answering = null;
        if (head.uri().endsWith("/response")) {
            Optional<Invocation> open = queue.current(invocationId(head.uri()));
            streaming = "streaming".equalsIgnoreCase(head.headers().get(MODE));
            String contentType = head.headers().get(HttpHeaderNames.CONTENT_TYPE);
            open.ifPresent(it -> it.begin(context.channel(), streaming, contentType));
            answering = open.orElse(null);
        }
    }

    private void content(HttpContent content) {
        byte[] bytes = ByteBufUtil.getBytes(content.content());
        if (answering != null && streaming) {
            answering.content(bytes);
        } else {
            body.writeBytes(bytes);
        }
    }

    private void end(ChannelHandlerContext context, LastHttpContent last) {
        HttpRequest head = request;
        request = null;
        if (head == null || !last.decoderResult().isSuccess()) {
            var _ = context.close();
            return;
        }
        String path = head.uri().startsWith(BASE) ? head.uri().substring(BASE.length()) : "";
        if (head.method().equals(HttpMethod.GET) && path.equals("invocation/next")) {
            poll(context);
        } else if (path.equals("init/error")) {
            queue.initError(AnswerRecorder.error(errorType(head), body.toString(StandardCharsets.UTF_8)));
            respond(context, HttpResponseStatus.ACCEPTED);
        } else if (path.endsWith("/response")) {
            answered(context, last);
        } else if (path.endsWith("/error")) {
            failed(context, head);
        } else {
            queue.violation(head.method() + " " + head.uri());
            respond(context, HttpResponseStatus.NOT_FOUND);
        }
    }

    private void poll(ChannelHandlerContext context) {
        Consumer<Invocation> consumer = invocation -> context.executor().execute(() -> deliver(context, invocation));
        polling = consumer;
        queue.poll(consumer);
    }

    private void deliver(ChannelHandlerContext context, Invocation invocation) {
        polling = null;
        ByteBuf event = Unpooled.copiedBuffer(invocation.event(), StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, event);
        response.headers()
                .set("Lambda-Runtime-Aws-Request-Id", invocation.id())
                .set("Lambda-Runtime-Deadline-Ms", invocation.deadline().toEpochMilli())
                .set(
                        "Lambda-Runtime-Invoked-Function-Arn",
                        "arn:aws:lambda:us-east-1:123456789012:function:rechat-under-test")
                .set(
                        "Lambda-Runtime-Trace-Id",
                        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1")
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        HttpUtil.setContentLength(response, event.readableBytes());
        var _ = context.writeAndFlush(response);
    }

    private void answered(ChannelHandlerContext context, LastHttpContent last) {
        Invocation invocation = answering;
        answering = null;
        if (invocation == null) {
            queue.violation("an answer to an invocation that is not open");
            respond(context, HttpResponseStatus.BAD_REQUEST);
        } else if (!streaming && body.size() > MAX_BUFFERED) {
            // Lambda keeps the invocation open here, for the function to report the error.
            respond(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        } else {
            if (!streaming) {
                invocation.content(body.toByteArray());
            }
            invocation.end(true, trailers(last));
            respond(context, HttpResponseStatus.ACCEPTED);
            queue.finished(invocation);
        }
    }

    private void failed(ChannelHandlerContext context, HttpRequest head) {
        Optional<Invocation> invocation = queue.current(invocationId(head.uri()));
        if (invocation.isEmpty()) {
            queue.violation("an error of an invocation that is not open");
            respond(context, HttpResponseStatus.BAD_REQUEST);
            return;
        }
        invocation.get().fail(AnswerRecorder.error(errorType(head), body.toString(StandardCharsets.UTF_8)));
        respond(context, HttpResponseStatus.ACCEPTED);
        queue.finished(invocation.get());
    }

    private static void respond(ChannelHandlerContext context, HttpResponseStatus status) {
        ByteBuf text =
                Unpooled.copiedBuffer("{\"status\":\"" + status.reasonPhrase() + "\"}\n", StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, text);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        HttpUtil.setContentLength(response, text.readableBytes());
        var _ = context.writeAndFlush(response);
    }

    private static Map<String, String> trailers(LastHttpContent last) {
        Map<String, String> trailers = new TreeMap<>();
        last.trailingHeaders().forEach(e -> trailers.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue()));
        return Map.copyOf(trailers);
    }

    private static String errorType(HttpRequest head) {
        String type = head.headers().get(ERROR_TYPE);
        return type == null ? "" : type;
    }

    private static String invocationId(String uri) {
        String[] parts = uri.split("/", -1);
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (polling != null) {
            queue.withdraw(polling);
        }
        Invocation cut = answering;
        if (cut != null) {
            answering = null;
            cut.end(false, Map.of());
            queue.finished(cut);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        queue.violation("connection failed: " + cause);
        var _ = context.close();
    }
}
