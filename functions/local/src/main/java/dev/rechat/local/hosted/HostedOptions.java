package dev.rechat.local.hosted;

import picocli.CommandLine.Option;

/** What is chosen on the command line or, as a container would, by variables. */
final class HostedOptions {

    @Option(
            names = "--host",
            order = 1,
            defaultValue = "${env:RECHAT_HTTP_HOST:-127.0.0.1}",
            paramLabel = "ADDRESS",
            description = "Where to listen; 0.0.0.0 lets other machines in. Default: ${DEFAULT-VALUE}")
    private String host = "";

    @Option(
            names = "--port",
            order = 2,
            defaultValue = "${env:RECHAT_HTTP_PORT:-8080}",
            paramLabel = "PORT",
            description = "0 for any free port. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(names = "--migrate", order = 3, description = "Bring the database up to date first, as migrate does.")
    private boolean migrate;

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean migrate() {
        return migrate;
    }
}
