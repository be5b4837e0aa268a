package dev.rechat.benchmarks.paced;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** The routes of Dify that a chat app's front calls. */
final class PacedDifyHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final String INFO = """
            {"name": "Paced", "description": "", "tags": [], "mode": "chat", "author_name": "benchmark"}""";

    private static final String PARAMETERS = """
            {"opening_statement": "", "suggested_questions": [], "suggested_questions_after_answer": {"enabled": false}, \
            "speech_to_text": {"enabled": false}, "text_to_speech": {"enabled": false, "voice": "", "language": ""}, \
            "retriever_resource": {"enabled": false}, "annotation_reply": {"enabled": false}, \
            "more_like_this": {"enabled": false}, "sensitive_word_avoidance": {"enabled": false, "type": "", "configs": []}, \
            "user_input_form": [], "file_upload": {"image": {"enabled": false, "number_limits": 3, "detail": "high", \
            "transfer_methods": ["remote_url", "local_file"]}}, "system_parameters": {"image_file_size_limit": 10, \
            "video_file_size_limit": 100, "audio_file_size_limit": 50, "file_size_limit": 15, \
            "workflow_file_upload_limit": 10}}""";

    @Override
    protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
        String path = request.uri().replaceFirst("[?].*$", "");
        String route = request.method() + " " + path;
        switch (route) {
            case "POST /v1/chat-messages" -> stream(connection, request);
            case "GET /v1/info" -> answer(connection, request, HttpResponseStatus.OK, INFO);
            case "GET /v1/parameters" -> answer(connection, request, HttpResponseStatus.OK, PARAMETERS);
            default -> other(connection, request, path);
        }
    }

    private static void stream(ChannelHandlerContext connection, FullHttpRequest request) {
        Pace pace;
        try {
            pace = Pace.asked(request.content().toString(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unknown) {
            answer(connection, request, HttpResponseStatus.BAD_REQUEST, """
                    {"code": "invalid_param", "message": "this Dify only keeps pace", "status": 400}""");
            return;
        }
        DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-cache");
        HttpUtil.setTransferEncodingChunked(head, true);
        connection.writeAndFlush(head);
        new PacedAnswer(connection, pace).begin();
    }

    private static void other(ChannelHandlerContext connection, FullHttpRequest request, String path) {
        if (request.method().equals(HttpMethod.POST) && path.endsWith("/stop")) {
            answer(connection, request, HttpResponseStatus.OK, "{\"result\": \"success\"}");
        } else {
            answer(connection, request, HttpResponseStatus.NOT_FOUND, """
                    {"code": "not_found", "message": "The requested URL was not found on the server.", "status": 404}""");
        }
    }

    private static void answer(
            ChannelHandlerContext connection, FullHttpRequest request, HttpResponseStatus status, String json) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(json, StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        HttpUtil.setContentLength(response, response.content().readableBytes());
        var written = connection.writeAndFlush(response);
        if (!HttpUtil.isKeepAlive(request)) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
        connection.close(); // a reader that went away; the load generator counts what it did not get
    }
}
