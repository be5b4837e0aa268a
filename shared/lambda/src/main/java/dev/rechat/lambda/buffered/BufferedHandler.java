package dev.rechat.lambda.buffered;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.lambda.gateway.Gateway;
import dev.rechat.lambda.gateway.GatewayAnswer;
import dev.rechat.lambda.gateway.Problem;
import dev.rechat.lambda.runtime.AnswerRefusedException;
import dev.rechat.lambda.runtime.FunctionFailure;
import dev.rechat.lambda.runtime.Invocation;
import dev.rechat.lambda.runtime.InvocationHandler;
import dev.rechat.lambda.runtime.RuntimeApi;
import io.micronaut.http.body.CloseableByteBody;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers an invocation with a proxy response, when the whole body is there. */
final class BufferedHandler implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BufferedHandler.class);

    private final Gateway gateway;

    BufferedHandler(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void handle(Invocation invocation, RuntimeApi api) throws IOException {
        Instant end = gateway.endOf(invocation);
        GatewayAnswer answer = gateway.answer(invocation, end);
        byte[] response = response(answer, invocation, end);
        try {
            api.respond(invocation.id(), response);
        } catch (AnswerRefusedException refused) {
            LOG.error("invocation {}: {} bytes refused with {}", invocation.id(), response.length, refused.status());
            replaceRefused(invocation, api);
        } finally {
            gateway.settle(end);
        }
    }

    private byte[] response(GatewayAnswer answer, Invocation invocation, Instant end) {
        try {
            return ProxyResponse.json(answer, body(answer, end), gateway::isBinary);
        } catch (ExecutionException failed) {
            LOG.error("invocation {}: the body failed", invocation.id(), failed.getCause());
            return problem("something went wrong", invocation);
        } catch (TimeoutException late) {
            LOG.error("invocation {}: the body was not complete in time", invocation.id());
            return problem("there was no answer in time", invocation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return problem("the function is ending", invocation);
        } finally {
            answer.written().complete(null);
        }
    }

    private byte[] body(GatewayAnswer answer, Instant end)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (answer.body() == null) {
            return new byte[0];
        }
        try (CloseableByteBody body = answer.body()) {
            var whole = body.buffer().get(gateway.timeUntil(end).toNanos(), TimeUnit.NANOSECONDS);
            try (whole) {
                return whole.toByteArray();
            }
        }
    }

    private static byte[] problem(String detail, Invocation invocation) {
        Problem problem = new Problem(ErrorCode.INTERNAL_ERROR, detail, invocation.id());
        return ProxyResponse.json(problem.answer(), problem.json(), type -> false);
    }

    /** The invocation is still open after a refusal; the client is better served by a status than by the gateway's 502. */
    private static void replaceRefused(Invocation invocation, RuntimeApi api) throws IOException {
        try {
            api.respond(invocation.id(), problem("the answer is larger than this function may give", invocation));
        } catch (AnswerRefusedException again) {
            api.error(invocation.id(), new FunctionFailure("Function.AnswerRefused", "Lambda refused the answer"));
        }
    }

    @Override
    public void stop() {
        // A buffered answer has no end to bring forward.
    }

    @Override
    public void close() {
        gateway.close();
    }
}
