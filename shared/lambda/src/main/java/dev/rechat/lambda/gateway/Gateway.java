package dev.rechat.lambda.gateway;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.kernel.time.Deadline;
import dev.rechat.lambda.runtime.Invocation;
import dev.rechat.lambda.runtime.LambdaConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.servlet.http.BodyBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has invocations answered by the application's controllers. Whatever an event holds and whatever the application does,
 * there is an answer before the invocation's time is over. Used by one thread.
 */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /** Longer than any function may run; keeps a missing deadline out of the arithmetic. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final GatewayHandler handler;
    private final ConversionService conversionService;
    private final BinaryTypeConfiguration binaryTypes;
    private final BodyBuilder bodyBuilder;
    private final LambdaConfiguration configuration;
    private final Clock clock;
    private final Afterwards afterwards;

    /** The application runs beside the thread that talks to Lambda: a controller that hangs must not hang both. */
    private final ExecutorService application = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("invocation-", 0).factory());

    /** @param context started; stays open when this is closed */
    public Gateway(ApplicationContext context) {
        conversionService = context.getBean(ConversionService.class);
        binaryTypes = context.getBean(BinaryTypeConfiguration.class);
        bodyBuilder = context.getBean(BodyBuilder.class);
        configuration = context.getBean(LambdaConfiguration.class);
        clock = context.getBean(Clock.class);
        afterwards = context.getBean(Afterwards.class);
        handler = new GatewayHandler(context);
    }

    /** When an invocation that is received now is to be over. */
    public Instant endOf(Invocation invocation) {
        return configuration.endOf(clock.instant(), invocation.deadline());
    }

    /** The time left, zero when it is over. */
    public Duration timeUntil(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }

    /** Waits for the head of the answer. Never fails: what goes wrong is a problem answer. */
    public GatewayAnswer answer(Invocation invocation, Instant end) {
        GatewayResponse response = new GatewayResponse(conversionService, binaryTypes);
        GatewayRequest request;
        try {
            GatewayEvent event = GatewayEventReader.read(invocation.event());
            request = new GatewayRequest(
                    event, event.bytes(), invocation.id(), new Deadline(end), response, conversionService, bodyBuilder);
        } catch (MalformedEventException malformed) {
            LOG.warn("invocation {}: {}", invocation.id(), malformed.getMessage());
            return problem(ErrorCode.BAD_REQUEST, String.valueOf(malformed.getMessage()), invocation);
        }
        CompletableFuture<GatewayAnswer> answer = response.answer();
        Future<?> work = application.submit(() -> {
            try {
                handler.service(request);
            } catch (Throwable failure) {
                // the thread's entry point: an error that got lost here would leave the invocation without an answer
                answer.completeExceptionally(failure);
            }
        });
        return await(answer, work, invocation, end);
    }

    private GatewayAnswer await(
            CompletableFuture<GatewayAnswer> future, Future<?> work, Invocation invocation, Instant end) {
        try {
            GatewayAnswer answer = future.get(timeUntil(end).toNanos(), TimeUnit.NANOSECONDS);
            // What Micronaut leaves when not even an error could be encoded; it has logged why.
            boolean nothing = answer.status() >= 500 && answer.body() == null;
            return nothing ? problem(ErrorCode.INTERNAL_ERROR, "something went wrong", invocation) : answer;
        } catch (TimeoutException late) {
            LOG.error("invocation {}: the application did not answer in time", invocation.id());
            // An answer that comes now has nobody to read it.
            discardWhenDone(future);
            work.cancel(true);
            return problem(ErrorCode.INTERNAL_ERROR, "there was no answer in time", invocation);
        } catch (ExecutionException failed) {
            LOG.error("invocation {}: the application failed", invocation.id(), failed.getCause());
            return problem(ErrorCode.INTERNAL_ERROR, "something went wrong", invocation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return problem(ErrorCode.INTERNAL_ERROR, "the function is ending", invocation);
        }
    }

    private static void discardWhenDone(CompletableFuture<GatewayAnswer> future) {
        CompletableFuture<Void> unread = future.thenAccept(late -> {
            if (late.body() != null) {
                late.body().close();
            }
            late.written().complete(null);
        });
        unread.exceptionally(failure -> {
            LOG.debug("an answer that came too late had failed", failure);
            return null;
        });
    }

    private static GatewayAnswer problem(ErrorCode code, String detail, Invocation invocation) {
        return new Problem(code, detail, invocation.id()).answer();
    }

    /**
     * Waits for what the answer did not wait for, until an invocation is to be over at the latest. Lambda freezes the process
     * when the next event is asked for: what is not done by then goes on with the next one, or never.
     */
    public void settle(Instant end) {
        afterwards.settle(timeUntil(end));
    }

    /** Whether a body of this content type must be told in base64. */
    public boolean isBinary(String contentType) {
        return binaryTypes.isMediaTypeBinary(contentType);
    }

    @Override
    public void close() {
        application.shutdownNow();
    }
}
