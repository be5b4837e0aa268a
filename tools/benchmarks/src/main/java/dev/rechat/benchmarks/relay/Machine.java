package dev.rechat.benchmarks.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the figures depend on besides the code.
 *
 * @param load of the last minute before the run: other people's work on the same machine
 */
record Machine(
        int cores, String processor, String kernel, String jvm, List<String> jvmOptions, String commit, String load) {

    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");

    static Machine here(List<String> jvmOptions, Path checkout) throws IOException {
        Matcher model = MODEL.matcher(Files.readString(Path.of("/proc/cpuinfo")));
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                model.find() ? model.group(1) : System.getProperty("os.arch"),
                System.getProperty("os.name") + " "
                        + System.getProperty("os.version").replaceFirst("[-+].*", ""),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                jvmOptions,
                commit(checkout),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static String commit(Path checkout) throws IOException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }
}
