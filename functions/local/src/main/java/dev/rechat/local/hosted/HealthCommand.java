package dev.rechat.local.hosted;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "health",
        description = "Ask the running server whether it is healthy.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is", "1:it is not, or does not answer", "2:wrong option"})
final class HealthCommand implements Callable<Integer> {

    private static final int PATIENCE_MILLIS = 5_000;

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:${env:RECHAT_HTTP_PORT:-8080}",
            paramLabel = "URL",
            description = "Where it listens. Default: ${DEFAULT-VALUE}")
    private URI url = URI.create("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            int status = ask(url.resolve("/health").toURL());
            boolean healthy = status == HttpURLConnection.HTTP_OK;
            spec.commandLine().getOut().println(healthy ? "healthy" : "unhealthy: status " + status);
            return healthy ? 0 : 1;
        } catch (IOException | IllegalArgumentException silent) {
            spec.commandLine().getErr().println(url + " does not answer: " + silent.getMessage());
            return 1;
        }
    }

    private static int ask(URL address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
