package dev.rechat.testing.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Run by each module after all its other tests: nothing they made the program log ({@code .mvn/logback-test.xml}: ours at
 * DEBUG, the rest at INFO, with whole stack traces) holds a token, a password, a hash, a key or an address.
 */
public final class LogsTellNoSecrets {

    private static final Path LOGS = Path.of("target", "logs");
    private static final Path REPORTS = Path.of("target", "failsafe-reports");

    @Test
    void noTokenNoPasswordNoHashNoKeyAndNoAddressIsInAnyLogOfTheseTests() {
        List<String> findings = LogScan.of(LOGS);

        assertEquals("", String.join("\n", findings));
    }

    /** Else the test above would pass for want of anything to read. */
    @Test
    void whatIntegrationTestsLoggedIsThere() throws IOException {
        assertFalse(integrationTestsRan() && nothingLogged(), "there is nothing in " + LOGS.toAbsolutePath());
    }

    private static boolean nothingLogged() {
        return LogScan.logs(LOGS).stream().allMatch(log -> log.toFile().length() == 0);
    }

    private static boolean integrationTestsRan() throws IOException {
        if (!Files.isDirectory(REPORTS)) {
            return false;
        }
        try (Stream<Path> reports = Files.list(REPORTS)) {
            return reports.anyMatch(report -> report.getFileName().toString().startsWith("TEST-"));
        }
    }
}
