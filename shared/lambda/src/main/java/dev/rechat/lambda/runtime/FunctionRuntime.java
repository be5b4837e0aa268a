package dev.rechat.lambda.runtime;

import dev.rechat.kernel.config.ConfigurationCheck;
import dev.rechat.kernel.config.ConfigurationException;
import dev.rechat.lambda.signal.FunctionSignals;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.CommandLinePropertySource;
import io.micronaut.context.env.Environment;
import io.micronaut.core.cli.CommandLine;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a function's process: start the application context, answer invocations, end in order. */
public final class FunctionRuntime {

    /** Set by Lambda: where its Runtime API listens. */
    static final String RUNTIME_API = "AWS_LAMBDA_RUNTIME_API";

    static final int EXIT_FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(FunctionRuntime.class);

    /** Lambda kills a process two seconds after SIGTERM. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    private FunctionRuntime() {}

    /**
     * Runs a function until it is stopped. The process is to end with the code returned: 0 after SIGTERM, 1 when the
     * application could not start or the Runtime API is gone, 2 when the configuration is wrong. Problems of the
     * configuration go to the error stream, one per line, and to Lambda.
     *
     * @param handler makes the handler of the started application
     * @param args properties for the application context, {@code --name=value}
     */
    public static int run(Function<ApplicationContext, InvocationHandler> handler, String... args) {
        return run(handler, ConfigurationCheck::check, args);
    }

    /**
     * As {@link #run(Function, String...)}, of a function that does not need all that the modules it is built of ask for.
     *
     * @param check starts the environment of a context that was built, and throws a {@link ConfigurationException}
     */
    public static int run(
            Function<ApplicationContext, InvocationHandler> handler,
            Consumer<ApplicationContext> check,
            String... args) {
        // Read before there is a context: a context that does not start is reported here too.
        String endpoint = System.getenv(RUNTIME_API);
        if (endpoint == null || endpoint.isBlank()) {
            printProblems(List.of(RUNTIME_API + " is not set: this program runs on AWS Lambda only"), System.err);
            return ConfigurationException.EXIT_CODE;
        }
        try (RuntimeApi api = new RuntimeApi(endpoint.strip())) {
            return run(handler, check, api, args);
        }
    }

    private static int run(
            Function<ApplicationContext, InvocationHandler> handler,
            Consumer<ApplicationContext> check,
            RuntimeApi api,
            String... args) {
        ApplicationContext context = null;
        InvocationHandler ready;
        FunctionSignals signals;
        try {
            context = build(args);
            check.accept(context);
            context.start();
            ready = handler.apply(context);
            signals = context.getBean(FunctionSignals.class);
        } catch (Throwable failure) {
            // The entry point: whatever it is, Lambda must be told, and the process must end.
            closeQuietly(context);
            return reportStart(failure, api);
        }
        FunctionLoop loop = new FunctionLoop(api, ready, signals);
        ApplicationContext started = context;
        Thread hook = new Thread(() -> stop(loop, started), "function-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        int code = loop.run();
        ready.close();
        return code;
    }

    /**
     * Where Micronaut runs is known, so it need not find out: that costs requests to metadata services. Nor need it look for a
     * second context that would fetch the configuration of this one.
     */
    private static ApplicationContext build(String... args) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .environments(Environment.FUNCTION, "lambda")
                .banner(false)
                .propertySources(new CommandLinePropertySource(CommandLine.parse(args)))
                .build();
    }

    private static void stop(FunctionLoop loop, ApplicationContext context) {
        loop.stop(GRACE);
        closeQuietly(context);
    }

    private static void closeQuietly(@Nullable ApplicationContext context) {
        if (context == null) {
            return;
        }
        try {
            context.close();
        } catch (RuntimeException e) {
            LOG.warn("closing the application failed", e);
        }
    }

    private static int reportStart(Throwable failure, RuntimeApi api) {
        Optional<List<String>> problems = configurationProblems(failure);
        if (problems.isPresent()) {
            printProblems(problems.get(), System.err);
            initError(api, new FunctionFailure("Function.InvalidConfiguration", String.join("; ", problems.get())));
            return ConfigurationException.EXIT_CODE;
        }
        LOG.error("the function cannot start", failure);
        initError(api, new FunctionFailure("Function.InitFailed", "the function cannot start; its log says why"));
        return EXIT_FAILED;
    }

    /** The problems that made a start fail, when it was the configuration: Micronaut wraps what a bean throws. */
    static Optional<List<String>> configurationProblems(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException wrong) {
                return Optional.of(wrong.problems());
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof io.micronaut.context.exceptions.ConfigurationException wrong) {
                return Optional.of(List.of(Objects.requireNonNullElse(wrong.getMessage(), "configuration")));
            }
        }
        return Optional.empty();
    }

    private static void printProblems(List<String> problems, PrintStream out) {
        problems.forEach(out::println);
        out.flush();
    }

    private static void initError(RuntimeApi api, FunctionFailure failure) {
        try {
            api.initError(failure);
        } catch (IOException e) {
            LOG.error("Lambda could not be told that the function cannot start", e);
        }
    }
}
