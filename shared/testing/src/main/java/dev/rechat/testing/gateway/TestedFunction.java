package dev.rechat.testing.gateway;

import dev.rechat.testing.lambda.FunctionProcess;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Where the function under test is spoken to. That is the server in this JVM, unless the environment variable
 * {@value #VARIABLE} says {@code packaged} or {@code native}: then it is a gateway before processes of the function as it
 * was packaged, with the same configuration. The server in this JVM serves for what tests prepare with its beans.
 */
public final class TestedFunction implements AutoCloseable {

    public static final String VARIABLE = "RECHAT_TEST_FUNCTION";

    /**
     * Property: how long one request may take, as an ISO 8601 duration, where that is what is tested. A function in a process is
     * given it by its Runtime API; one in this JVM has to be given it by the test.
     */
    public static final String DEADLINE = "test.deadline";

    /** A process costs seconds of processor time; tests that ask many things at once make do with few. */
    private static final Conduct CONDUCT = Conduct.LAMBDA.withLimit(4).waiting().awake();

    private final URI uri;
    private final @Nullable FunctionFleet fleet;
    private final @Nullable EmulatedGateway gateway;

    private TestedFunction(URI uri, @Nullable FunctionFleet fleet, @Nullable EmulatedGateway gateway) {
        this.uri = uri;
        this.fleet = fleet;
        this.gateway = gateway;
    }

    /** @param configuration properties of the application, by their names; @param here starts the server in this JVM */
    public static TestedFunction of(String function, Map<String, ?> configuration, Supplier<URI> here) {
        return switch (System.getenv().getOrDefault(VARIABLE, "")) {
            case "" -> new TestedFunction(here.get(), null, null);
            case "packaged" -> inProcesses(Packaging.JVM, function, configuration);
            case "native" -> inProcesses(Packaging.NATIVE, function, configuration);
            default -> throw new IllegalStateException(VARIABLE + " must be packaged or native");
        };
    }

    /**
     * The function under test as a process, for a test that speaks to its Runtime API: from the class path of the test, or
     * as {@value #VARIABLE} says.
     */
    public static FunctionProcess.Builder process(String function, String mainClass) {
        return switch (System.getenv().getOrDefault(VARIABLE, "")) {
            case "packaged" -> Packaging.JVM.process(function);
            case "native" -> Packaging.NATIVE.process(function);
            default -> FunctionProcess.java(mainClass);
        };
    }

    /** Whether the function is in this JVM. */
    public static boolean isHere() {
        return System.getenv().getOrDefault(VARIABLE, "").isEmpty();
    }

    /**
     * Where {@link InProcess} would be too much: ends the test here, as one that was skipped, when the function is
     * elsewhere.
     *
     * @param why what the test is about to reach for
     */
    public static void mustBeHere(String why) {
        if (!isHere()) {
            throw new TestAbortedException("it reaches into the process of the function: " + why);
        }
    }

    private static TestedFunction inProcesses(Packaging packaging, String function, Map<String, ?> configuration) {
        Map<String, String> environment = new TreeMap<>();
        configuration.forEach((name, value) -> {
            if (!name.startsWith("micronaut.server.") && !name.equals(DEADLINE)) {
                environment.put(variable(name), value.toString());
            }
        });
        Conduct conduct = configuration.containsKey(DEADLINE)
                ? CONDUCT.withTimeLimit(
                        Duration.parse(configuration.get(DEADLINE).toString()))
                : CONDUCT;
        FunctionFleet fleet = new FunctionFleet(() -> process(packaging, function, environment), conduct);
        EmulatedGateway gateway = EmulatedGateway.before(function, Integration.streaming(fleet));
        return new TestedFunction(gateway.uri(), fleet, gateway);
    }

    private static FunctionProcess.Builder process(
            Packaging packaging, String function, Map<String, String> environment) {
        FunctionProcess.Builder process = packaging.process(function);
        environment.forEach(process::environment);
        return process;
    }

    /** As operators set it. */
    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    public URI uri() {
        return uri;
    }

    /**
     * Waits until the function has done what it does after its answers.
     *
     * @param here how that is waited for in this JVM; whether all is done
     */
    public void settle(BooleanSupplier here) {
        if (fleet == null) {
            if (!here.getAsBoolean()) {
                throw new AssertionError("still at work");
            }
            return;
        }
        try {
            fleet.awaitIdle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the function works on", e);
        }
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
        if (fleet != null) {
            fleet.close();
        }
    }
}
