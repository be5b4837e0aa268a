package dev.rechat.benchmarks.cold;

import dev.rechat.testing.lambda.FunctionProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A program whose start is measured.
 *
 * @param classPath of the program on the JVM; null when it is an executable
 * @param file the executable or the jar
 * @param zip what is deployed of an executable, if there is one
 */
record Candidate(
        Subject subject,
        @Nullable String classPath,
        Path file,
        @Nullable Path zip) {

    /** Every executable that is there, each followed by the same program on the JVM; the others are told by name. */
    static List<Candidate> in(Path checkout, List<String> missing) throws IOException {
        List<Candidate> found = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            Path executable = checkout.resolve(subject.executable());
            if (Files.isExecutable(executable)) {
                Path zip = executable.resolveSibling(subject.wireName() + ".zip");
                found.add(new Candidate(subject, null, executable, Files.exists(zip) ? zip : null));
            } else {
                missing.add(subject.wireName() + " (native)");
            }
            if (subject != Subject.HELLO) {
                onJvm(subject, executable.resolveSibling("."))
                        .ifPresentOrElse(found::add, () -> missing.add(subject.wireName() + " (JVM)"));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Candidate> onJvm(Subject subject, Path target) throws IOException {
        Path dependencies = target.resolve("class-path.txt");
        Path jar = target.resolve("rechat-" + subject.wireName() + "-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(dependencies) || !Files.exists(jar)) {
            return Optional.empty();
        }
        String classPath =
                jar + File.pathSeparator + Files.readString(dependencies).strip();
        return Optional.of(new Candidate(subject, classPath, jar, null));
    }

    boolean isNative() {
        return classPath == null;
    }

    String title() {
        return subject.wireName() + (isNative() ? ", native" : ", JVM");
    }

    FunctionProcess.Builder process() {
        return classPath == null
                ? FunctionProcess.executable(file)
                : FunctionProcess.java(classPath, subject.mainClass());
    }
}
