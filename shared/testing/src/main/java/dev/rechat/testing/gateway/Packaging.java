package dev.rechat.testing.gateway;

import dev.rechat.testing.lambda.FunctionProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a function was packaged by the build. */
public enum Packaging {
    JVM {
        @Override
        FunctionProcess.Builder process(Path module) throws IOException {
            Path target = module.resolve("target");
            String dependencies =
                    Files.readString(target.resolve("class-path.txt")).strip();
            Path jar = target.resolve("rechat-" + module.getFileName() + "-0.1.0-SNAPSHOT.jar");
            return FunctionProcess.java(jar + File.pathSeparator + dependencies, mainClass(module))
                    .option("-Xmx256m");
        }
    },
    NATIVE {
        @Override
        FunctionProcess.Builder process(Path module) {
            return FunctionProcess.executable(module.resolve("target").resolve("bootstrap"));
        }
    };

    private static final Pattern MAIN_CLASS = Pattern.compile("<exec\\.mainClass>([^<]+)</exec\\.mainClass>");

    abstract FunctionProcess.Builder process(Path module) throws IOException;

    /** A process of this function, with nothing configured yet. @param functions the directory with all of them */
    public FunctionProcess.Builder process(Path functions, String function) {
        try {
            return process(functions.resolve(function));
        } catch (IOException notPackaged) {
            throw new UncheckedIOException("The function " + function + " has not been packaged", notPackaged);
        }
    }

    /** As {@link #process(Path, String)}, for a test of one of the functions' modules. */
    public FunctionProcess.Builder process(String function) {
        return process(Path.of("..").toAbsolutePath().normalize(), function);
    }

    /** The class that the executable is made of, too. */
    private static String mainClass(Path module) throws IOException {
        Matcher name = MAIN_CLASS.matcher(Files.readString(module.resolve("pom.xml")));
        if (!name.find()) {
            throw new IllegalStateException(module + "/pom.xml names no main class");
        }
        return name.group(1);
    }
}
