package dev.rechat.testing.secrecy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the logs of a directory line by line. What is found is told without being repeated. */
final class LogScan {

    /** So many findings say enough. */
    private static final int MOST = 40;

    private static final int SHOWN = 4;

    private LogScan() {}

    /** @return where something was found, and what kind of thing */
    static List<String> of(Path directory) {
        List<String> findings = new ArrayList<>();
        for (Path file : logs(directory)) {
            // a line that is no UTF-8 is read all the same
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                int number = 0;
                for (String line = lines.readLine(); line != null && findings.size() < MOST; line = lines.readLine()) {
                    number++;
                    collect(file.getFileName() + ":" + number, line, findings);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return findings;
    }

    static List<Path> logs(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void collect(String place, String line, List<String> findings) {
        for (Secret secret : Secret.values()) {
            secret.in(line)
                    .ifPresent(found -> findings.add("%s %s (%s…): %s"
                            .formatted(
                                    place,
                                    secret,
                                    found.substring(0, Math.min(SHOWN, found.length())),
                                    line.replace(found, "[…]"))));
        }
    }
}
