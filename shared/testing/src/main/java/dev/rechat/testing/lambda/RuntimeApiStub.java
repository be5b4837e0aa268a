package dev.rechat.testing.lambda;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lambda's Runtime API (version 2018-06-01) on a loopback port. A function under test is started with
 * {@code AWS_LAMBDA_RUNTIME_API} set to {@link #endpoint()}; {@link #invoke(String)} gives it events. As in Lambda one
 * event is out at a time: the next is handed out when the answer to the one before is complete. Thread-safe; closing it
 * ends every connection.
 */
public final class RuntimeApiStub implements AutoCloseable {

    /** Netty cuts a chunk that is greater than its limit in pieces; so great a chunk no function writes. */
    private static final int MAX_CHUNK = 16 * 1024 * 1024;

    private static final int MAX_HEAD = 64 * 1024;
    private static final Duration DEFAULT_TIME = Duration.ofSeconds(60);

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final InvocationQueue queue = new InvocationQueue();
    private final Channel server;

    private RuntimeApiStub() {
        HttpDecoderConfig decoding = new HttpDecoderConfig()
                .setMaxHeaderSize(MAX_HEAD)
                .setMaxChunkSize(MAX_CHUNK)
                .setAllowPartialChunks(false);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        queue.connected(channel);
                        channel.pipeline().addLast(new HttpServerCodec(decoding), new RuntimeApiHandler(queue));
                    }
                });
        server = bootstrap
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    public static RuntimeApiStub start() {
        return new RuntimeApiStub();
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} is to be set to: host and port. */
    public String endpoint() {
        InetSocketAddress address = (InetSocketAddress) server.localAddress();
        return "127.0.0.1:" + address.getPort();
    }

    /** Queues an event with a deadline one minute from now. */
    public Invocation invoke(String event) {
        return invoke(event, DEFAULT_TIME);
    }

    /** Queues an event, whether JSON or not, that must be answered within the time given, counted from now. */
    public Invocation invoke(String event, Duration untilDeadline) {
        return queue.add(event, Instant.now().plus(untilDeadline));
    }

    /** Waits until a function asks for its next event, and has none to work on. */
    public void awaitPoll(Duration timeout) {
        queue.awaitPoll(timeout, () -> true);
    }

    /** As {@link #awaitPoll(Duration)}, and gives up when the function is no longer alive. */
    public void awaitPoll(Duration timeout, BooleanSupplier alive) {
        queue.awaitPoll(timeout, alive);
    }

    /** Ends, unanswered, whatever the function had to answer: it has gone, and another will not take its place here. */
    public void abandon() {
        queue.abandon();
    }

    /** Whether a function waits for an event at this moment. */
    public boolean polled() {
        return queue.polled();
    }

    /** Waits until a function reported that it cannot start. */
    public FunctionError awaitInitError(Duration timeout) {
        return queue.awaitInitError(timeout);
    }

    /** How many connections are open to the stub now. */
    public int openConnections() {
        return queue.openConnections();
    }

    /** How many connections there have been. */
    public int acceptedConnections() {
        return queue.acceptedConnections();
    }

    /** What the function did that Lambda would not accept: unknown ids, second answers, wrong paths. */
    public List<String> violations() {
        return queue.violations();
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
