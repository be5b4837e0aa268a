package dev.rechat.testing.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * A function as a process of its own, with the environment Lambda gives one. Its output is collected. {@link #close()}
 * ends it with everything it started; should the test's own process end first, the function ends with it. Thread-safe.
 */
public final class FunctionProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Process process;
    private final Thread guard;
    private final CompletableFuture<Void> exited;
    private final StringBuilder log = new StringBuilder();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private FunctionProcess(Process process) {
        this.process = process;
        guard = new Thread(this::kill, "function-guard");
        Runtime.getRuntime().addShutdownHook(guard);
        Thread.ofPlatform().daemon().name("function-log-" + process.pid()).start(this::collect);
        exited = process.onExit().thenRun(this::tellWaiting);
    }

    /** A function to be run by the JVM of this process. */
    public static Builder java(String classPath, String mainClass) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A function's process is short: the quick compiler alone makes it start sooner on a busy machine.
        return new Builder(
                List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), List.of("-cp", classPath, mainClass));
    }

    /** A function to be run by the JVM of this process, with the class path of the running test. */
    public static Builder java(String mainClass) {
        // Surefire and Failsafe start the JVM with a jar that only names the class path.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return java(classPath, mainClass);
    }

    /** A native executable, or any other program. */
    public static Builder executable(Path program) {
        return new Builder(List.of(program.toString()), List.of());
    }

    /** Everything the process has written up to now, standard output and error together. */
    public String log() {
        lock.lock();
        try {
            return log.toString();
        } finally {
            lock.unlock();
        }
    }

    public void awaitLog(String text, Duration timeout) {
        await("\"" + text + "\" in the log", timeout, () -> log.indexOf(text) >= 0);
    }

    /** Waits for the process to end by itself, and returns its exit code. */
    public int awaitExit(Duration timeout) {
        await("end of the process", timeout, () -> !process.isAlive());
        return process.exitValue();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Sends SIGTERM, as Lambda does before it takes an execution environment away. */
    public void terminate() {
        process.destroy();
    }

    /** Sends SIGKILL: whatever it was doing is not done. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Stops its threads where they are, as Lambda does between invocations. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets its threads go on. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Calls this when the process has ended, however it did; at once if it has. */
    public void onExit(Runnable then) {
        var _ = process.onExit().thenRun(then);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                process.waitFor();
            }
            exited.join();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (IllegalStateException shuttingDown) {
            // The guard runs by itself in that case.
            kill();
        }
    }

    private void collect() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                append(line);
            }
        } catch (IOException closed) {
            append("(log ended: " + closed.getMessage() + ")");
        }
        tellWaiting();
    }

    private void append(String line) {
        lock.lock();
        try {
            log.append(line).append('\n');
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void tellWaiting() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await(String what, Duration timeout, BooleanSupplier condition) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("no " + what + " within " + timeout + "; log:\n" + log);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }

    /** How a function is started. Not thread-safe. */
    public static final class Builder {

        private final List<String> command;
        private final List<String> arguments;
        private final Map<String, String> environment = new LinkedHashMap<>();

        private Builder(List<String> command, List<String> arguments) {
            this.command = new ArrayList<>(command);
            this.arguments = new ArrayList<>(arguments);
            environment.put("AWS_LAMBDA_FUNCTION_NAME", "rechat-under-test");
            environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
            environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
            environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
            environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/rechat-under-test");
            environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/21/[$LATEST]0");
            environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_provided.al2023");
            environment.put("AWS_REGION", "us-east-1");
            environment.put("_HANDLER", "bootstrap");
            environment.put("TZ", ":UTC");
        }

        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** An option for the JVM, or the first argument of an executable. */
        public Builder option(String option) {
            command.add(option);
            return this;
        }

        /** Starts it; nothing of this process's own environment but PATH is passed on. */
        public FunctionProcess start() {
            List<String> line = new ArrayList<>(command);
            line.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
            String path = builder.environment().get("PATH");
            builder.environment().clear();
            if (path != null) {
                builder.environment().put("PATH", path);
            }
            builder.environment().putAll(environment);
            try {
                Process process = builder.start();
                process.getOutputStream().close();
                return new FunctionProcess(process);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Starts it for the stub and waits for its first poll; fails with its log if it ends or does not poll. */
        public FunctionProcess start(RuntimeApiStub stub, Duration timeout) {
            environment("AWS_LAMBDA_RUNTIME_API", stub.endpoint());
            FunctionProcess function = start();
            try {
                stub.awaitPoll(timeout, function::alive);
            } catch (AssertionError notReady) {
                function.close();
                throw new AssertionError(notReady.getMessage() + "\nlog of the function:\n" + function.log(), notReady);
            }
            return function;
        }
    }
}
