package dev.rechat.local;

import dev.rechat.local.demo.RealDify;
import dev.rechat.testing.dify.EngineVariant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What can be chosen on the command line. */
final class LocalOptions {

    /** One {@code --dify} with its {@code --key}. */
    private static final class DifyOption {

        @Option(
                names = "--dify",
                order = 4,
                required = true,
                paramLabel = "URL",
                description = "Use an app of this Dify (https://api.dify.ai/v1) instead of the simulator.")
        private String url = "";

        @Option(
                names = "--key",
                order = 5,
                required = true,
                paramLabel = "app-…",
                description = "The API key of that app. Several apps: repeat both options.")
        private String key = "";
    }

    @Option(
            names = "--port",
            order = 1,
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "Where to listen; 0 for any free port. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--host",
            order = 2,
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "0.0.0.0 lets other machines in. Default: ${DEFAULT-VALUE}")
    private String host = "";

    @Option(
            names = "--data-dir",
            order = 3,
            defaultValue = "${sys:rechat.root:-.}/.rechat",
            paramLabel = "DIR",
            description = "What is kept between starts. Default: ${DEFAULT-VALUE}")
    private Path dataDirectory = Path.of("");

    @ArgGroup(exclusive = false, multiplicity = "0..*", order = 4)
    private List<DifyOption> difyOptions = new ArrayList<>();

    @Option(
            names = "--variant",
            order = 6,
            defaultValue = "celery",
            paramLabel = "VARIANT",
            description = "What the simulator plays: legacy (Dify up to 1.12) or celery (1.13 and later; default).")
    private EngineVariant variant = EngineVariant.CELERY;

    @Option(
            names = "--web-app",
            hidden = true,
            defaultValue = "${sys:rechat.root:-.}/frontend/dist",
            description = "The built web app.")
    private Path webApp = Path.of("");

    int port() {
        return port;
    }

    String host() {
        return host;
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    Path webApp() {
        return webApp;
    }

    EngineVariant variant() {
        return variant;
    }

    /** Empty when the simulator is to be used. */
    List<RealDify> realDify() {
        return difyOptions.stream()
                .map(option -> new RealDify(option.url, option.key))
                .toList();
    }
}
