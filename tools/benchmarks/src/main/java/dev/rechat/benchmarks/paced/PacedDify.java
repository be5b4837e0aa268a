package dev.rechat.benchmarks.paced;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The paced Dify as a process: prints its address and serves until it is ended. All of it runs on one thread, so that it
 * takes as little as can be from what is measured beside it.
 */
public final class PacedDify extends ChannelInitializer<SocketChannel> {

    /** What the address stands behind in the first line of output. */
    public static final String READY = "Paced Dify at ";

    private static final int BACKLOG = 4096;
    private static final int LARGEST_QUESTION = 1 << 20;

    private PacedDify() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory())) {
            Channel server = new ServerBootstrap()
                    .group(threads)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new PacedDify())
                    .bind(InetAddress.getLoopbackAddress(), 0)
                    .sync()
                    .channel();
            System.out.println(
                    READY + "http://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort() + "/v1");
            server.closeFuture().sync();
        }
    }

    @Override
    protected void initChannel(SocketChannel connection) {
        connection
                .pipeline()
                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_QUESTION), new PacedDifyHandler());
    }
}
