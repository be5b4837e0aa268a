package dev.rechat.lambda.streaming;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.lambda.gateway.Gateway;
import dev.rechat.lambda.gateway.GatewayAnswer;
import dev.rechat.lambda.gateway.Problem;
import dev.rechat.lambda.runtime.FunctionFailure;
import dev.rechat.lambda.runtime.Invocation;
import dev.rechat.lambda.runtime.InvocationHandler;
import dev.rechat.lambda.runtime.ResponseStream;
import dev.rechat.lambda.runtime.RuntimeApi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers an invocation in Lambda's streaming form, each piece of the body as a chunk of its own. */
final class StreamingHandler implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StreamingHandler.class);

    private final Gateway gateway;
    private final Watchdog watchdog = new Watchdog();
    private volatile @Nullable BodySource current;
    private volatile boolean stopping;

    StreamingHandler(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void handle(Invocation invocation, RuntimeApi api) throws IOException {
        Instant end = gateway.endOf(invocation);
        try {
            handle(invocation, api, end);
        } finally {
            gateway.settle(end);
        }
    }

    private void handle(Invocation invocation, RuntimeApi api, Instant end) throws IOException {
        GatewayAnswer answer = gateway.answer(invocation, end);
        Optional<byte[]> prelude = Prelude.of(answer);
        if (prelude.isPresent()) {
            write(prelude.get(), answer, invocation, api, end);
            return;
        }
        LOG.error("invocation {}: the headers of the answer are larger than the gateway takes", invocation.id());
        GatewayAnswer problem = new Problem(ErrorCode.INTERNAL_ERROR, "something went wrong", invocation.id()).answer();
        BodySource.of(answer.body()).close();
        answer.written().complete(null);
        write(Prelude.of(problem).orElseThrow(), problem, invocation, api, end);
    }

    private void write(byte[] prelude, GatewayAnswer answer, Invocation invocation, RuntimeApi api, Instant end)
            throws IOException {
        try (BodySource body = BodySource.of(answer.body())) {
            current = body;
            if (stopping) {
                body.stop();
            }
            ResponseStream response = api.stream(invocation.id());
            Watchdog.Watch watch = watchdog.watch(response, lastMoment(end, invocation));
            try (watch) {
                response.chunk(prelude);
                relay(body, response, invocation, end);
            }
        } finally {
            current = null;
            answer.written().complete(null);
        }
    }

    /** Half-way between the orderly end, which a reader that stands still can hold up, and the end of the process. */
    private Duration lastMoment(Instant end, Invocation invocation) {
        Duration orderly = gateway.timeUntil(end);
        return orderly.plus(
                gateway.timeUntil(invocation.deadline()).minus(orderly).dividedBy(2));
    }

    private void relay(BodySource body, ResponseStream response, Invocation invocation, Instant end)
            throws IOException {
        while (true) {
            switch (body.next(gateway.timeUntil(end))) {
                case Signal.Item item -> response.chunk(item.bytes());
                case Signal.Complete complete -> {
                    response.end();
                    return;
                }
                case Signal.Failed failed -> {
                    LOG.error("invocation {}: failed after its head was sent", invocation.id(), failed.cause());
                    response.fail(new FunctionFailure("Function.StreamFailed", "the answer failed half-way"));
                    return;
                }
                case Signal.TimeIsUp up -> {
                    LOG.warn("invocation {}: ended before its body was complete: {}", invocation.id(), up.why());
                    body.close();
                    response.end();
                    return;
                }
            }
        }
    }

    @Override
    public void stop() {
        stopping = true;
        BodySource body = current;
        if (body != null) {
            body.stop();
        }
    }

    @Override
    public void close() {
        watchdog.close();
        gateway.close();
    }
}
