package dev.rechat.maintenance;

import dev.rechat.testing.database.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program as an operator starts it, in a process of its own. */
final class Program {

    static final String SECRETS_KEYS = "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    record Run(int exitCode, String output) {}

    static Map<String, String> environment(String url, String user, String password) {
        return Map.of(
                "DATASOURCES_DEFAULT_URL", url,
                "DATASOURCES_DEFAULT_USERNAME", user,
                "DATASOURCES_DEFAULT_PASSWORD", password);
    }

    static Map<String, String> environment(Schema schema) {
        Map<String, String> all = new HashMap<>(environment(schema.jdbcUrl(), schema.username(), schema.password()));
        all.put("RECHAT_SECRETS_KEYS", SECRETS_KEYS);
        return all;
    }

    static Run run(Map<String, String> environment, String... arguments) throws Exception {
        return start(environment, arguments).end();
    }

    static Program start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.rechat.maintenance.MaintenanceCommand"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("DATASOURCES_") || name.startsWith("RECHAT_SECRETS"));
        builder.environment().putAll(environment);
        return new Program(builder.start());
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As the system does where memory runs out: nothing of it is asked first. */
    Run kill() throws Exception {
        process.toHandle().destroyForcibly(); // Process itself would close what it still has to say
        return end();
    }

    Run end() throws Exception {
        try (var stream = process.getInputStream()) {
            String output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        }
    }
}
