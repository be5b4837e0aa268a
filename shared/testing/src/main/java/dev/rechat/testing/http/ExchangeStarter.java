package dev.rechat.testing.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns what Netty decoded into exchanges, and a closed connection into a client that left. */
final class ExchangeStarter extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final Consumer<Exchange> handler;
    private @Nullable Exchange current;

    ExchangeStarter(Consumer<Exchange> handler) {
        this.handler = handler;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            context.close();
            return;
        }
        boolean once = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        Exchange exchange = new Exchange(context.channel(), incoming(request), once);
        current = exchange;
        Thread.ofVirtual().name("exchange").start(() -> handler.accept(exchange));
    }

    private static IncomingRequest incoming(FullHttpRequest request) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        Map<String, List<String>> headers = new HashMap<>();
        request.headers()
                .forEach(header -> headers.computeIfAbsent(
                                header.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(header.getValue()));
        return new IncomingRequest(
                request.method().name(),
                request.uri(),
                uri.path(),
                uri.parameters(),
                headers,
                new IncomingRequest.Body(ByteBufUtil.getBytes(request.content())));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (current != null) {
            current.clientLeft();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
