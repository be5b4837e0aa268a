package dev.rechat.local.lambda;

import dev.rechat.testing.lambda.FunctionProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** How a function was packaged by the build that runs these tests. */
enum Packaging {
    JVM {
        @Override
        FunctionProcess.Builder process(String function) {
            try {
                Path target = target(function);
                String dependencies =
                        Files.readString(target.resolve("class-path.txt")).strip();
                String jar = target.resolve("rechat-" + function + "-0.1.0-SNAPSHOT.jar")
                        .toString();
                return FunctionProcess.java(jar + File.pathSeparator + dependencies, mainClass(function));
            } catch (IOException notPackaged) {
                throw new UncheckedIOException(notPackaged);
            }
        }
    },
    NATIVE {
        @Override
        FunctionProcess.Builder process(String function) {
            return FunctionProcess.executable(target(function).resolve("bootstrap"));
        }
    };

    private static final Set<String> STREAMING = Set.of("chat-stream", "conversation");

    abstract FunctionProcess.Builder process(String function);

    private static Path target(String function) {
        return Path.of("..", function, "target").toAbsolutePath().normalize();
    }

    private static String mainClass(String function) {
        return STREAMING.contains(function)
                ? "dev.rechat.lambda.streaming.StreamingFunction"
                : "dev.rechat.lambda.buffered.BufferedFunction";
    }
}
