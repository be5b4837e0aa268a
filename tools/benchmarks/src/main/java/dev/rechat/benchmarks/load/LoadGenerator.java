package dev.rechat.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One thread that asks for turns and reads them, each over a connection of its own. */
public final class LoadGenerator implements AutoCloseable {

    private final EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    /**
     * Asks for turns, evenly over the ramp; returns at once.
     *
     * @param expected events with stamps per turn, 0 when there are none
     */
    public Load start(Target target, int turns, Duration ramp, int expected) throws SSLException {
        SslContext tls = target.encrypted() ? SslContextBuilder.forClient().build() : null;
        Load load = new Load(turns);
        Bootstrap connections =
                new Bootstrap().group(thread).channel(NioSocketChannel.class).option(ChannelOption.TCP_NODELAY, true);
        for (int turn = 0; turn < turns; turn++) {
            thread.schedule(
                    () -> ask(connections.clone(), target, load, expected, tls),
                    ramp.toNanos() * turn / turns,
                    TimeUnit.NANOSECONDS);
        }
        return load;
    }

    private static void ask(Bootstrap connections, Target target, Load load, int expected, @Nullable SslContext tls) {
        ChannelFuture connected = connections
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        if (tls != null) {
                            connection
                                    .pipeline()
                                    .addLast(tls.newHandler(
                                            connection.alloc(), target.uri().getHost(), target.port()));
                        }
                        connection.pipeline().addLast(new HttpClientCodec(), new TurnReader(target, load, expected));
                    }
                })
                .connect(target.uri().getHost(), target.port());
        connected.addListener(done -> {
            if (!done.isSuccess()) {
                load.ended("no connection: " + done.cause());
            }
        });
    }

    /** Waits until all turns have ended. */
    public static void await(Load load, Duration patience) throws InterruptedException, TimeoutException {
        if (!load.running().await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("%d of %d turns have not ended after %d s"
                    .formatted(load.running().getCount(), load.turns(), patience.toSeconds()));
        }
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
