package dev.rechat.dify;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import org.jspecify.annotations.Nullable;

/**
 * The connection a request runs on, so that it can be given up. Merely cancelling a body makes Micronaut's client read
 * the rest of it into the void, which for a stream of Dify's can take minutes.
 */
final class Connection {

    /** Where Micronaut's client leaves the channel of a request. */
    private static final String CHANNEL_ATTRIBUTE = "netty_channel";

    private final HttpRequest<?> request;
    private volatile boolean headArrived;
    private volatile @Nullable ChannelHandler reader;

    Connection(HttpRequest<?> request) {
        this.request = request;
    }

    boolean established() {
        return channel() != null;
    }

    /** To be called where the head of the response is received. */
    void headArrived() {
        Channel channel = channel();
        if (channel != null && channel.eventLoop().inEventLoop()) {
            reader = channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_MICRONAUT_HTTP_RESPONSE);
        }
        headArrived = true;
    }

    /**
     * Closes the connection, unless the response has been received completely: then it may already serve another
     * request. The pipeline tells, since the handler that reads a response is removed after it.
     */
    void giveUp() {
        Channel channel = channel();
        if (channel != null) {
            channel.eventLoop().execute(() -> {
                if (!headArrived || stillReading(channel)) {
                    channel.close();
                }
            });
        }
    }

    private boolean stillReading(Channel channel) {
        ChannelHandler current = reader;
        return current != null
                && current == channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_MICRONAUT_HTTP_RESPONSE);
    }

    private @Nullable Channel channel() {
        return request.getAttribute(CHANNEL_ATTRIBUTE, Channel.class).orElse(null);
    }
}
