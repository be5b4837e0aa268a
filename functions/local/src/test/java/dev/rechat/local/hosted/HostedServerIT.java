package dev.rechat.local.hosted;

import dev.rechat.local.LocalProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** On the JVM, with a small web app on the class path. */
final class HostedServerIT extends HostedServerStory {

    @TempDir
    private static Path resources = Path.of("");

    @Override
    void prepare() throws IOException {
        Path assets = Files.createDirectories(resources.resolve("webapp/assets"));
        Files.writeString(assets.resolve("app-1a2b.js"), "export {}\n".repeat(500));
        Files.writeString(
                resources.resolve("webapp/index.html"),
                "<!doctype html><title>page</title><script type=\"module\" src=\"/assets/app-1a2b.js\"></script>");
    }

    @Override
    List<String> program() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return LocalProcess.java(resources + File.pathSeparator + classPath, "dev.rechat.local.hosted.HostedServer");
    }
}
