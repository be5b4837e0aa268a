package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.process.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One node of OpenSearch in a process of its own, with its data in a directory that is kept. */
final class OpenSearch implements AutoCloseable {

    private static final String SAYS_WHERE = "HttpServerTransport";
    private static final Pattern WHERE = Pattern.compile(SAYS_WHERE + ".*publish_address \\{([^}]+)}");

    private final Program program;
    private final URI address;

    private OpenSearch(Program program, URI address) {
        this.program = program;
        this.address = address;
    }

    /** @param heap as Java's option has it: {@code 2g} */
    static OpenSearch start(Path checkout, Path directory, String heap) throws IOException, InterruptedException {
        Path classPath = checkout.resolve("tools/opensearch/target/class-path.txt");
        if (!Files.exists(classPath)) {
            throw new IOException(classPath + " is missing: it is written by mvn package of tools/opensearch");
        }
        Path settings = directory.resolve("node_1/config/opensearch.yml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, """
                discovery.type: single-node
                network.host: 127.0.0.1
                transport.port: 0
                """);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + heap,
                "-Xmx" + heap,
                "-cp",
                Files.readString(classPath).strip(),
                "org.codelibs.opensearch.runner.OpenSearchRunner",
                "-basePath",
                directory.toString(),
                "-clusterName",
                "rechat-bench",
                "-numOfNode",
                "1",
                // It takes the first port after this one that nobody listens on, and ends without a word beyond 9300.
                "-baseHttpPort",
                Long.toString(9200 + ProcessHandle.current().pid() % 90));
        Program program = Program.start(command, Map.of(), directory.resolve("server.log"), SAYS_WHERE);
        Runtime.getRuntime().addShutdownHook(new Thread(program::close, "stop-opensearch"));
        Matcher told = WHERE.matcher(program.awaitReady());
        if (!told.find()) {
            program.close();
            throw new IOException("OpenSearch did not say where it listens: see " + directory.resolve("server.log"));
        }
        return new OpenSearch(program, URI.create("http://" + told.group(1)));
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        program.close();
    }
}
