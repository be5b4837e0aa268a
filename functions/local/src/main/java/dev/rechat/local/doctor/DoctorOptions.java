package dev.rechat.local.doctor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What to look at. */
final class DoctorOptions {

    /** One {@code --dify} with its {@code --key}. */
    static final class DifyOption {

        @Option(
                names = "--dify",
                order = 1,
                required = true,
                paramLabel = "URL",
                description = "Look at an app of this Dify (https://api.dify.ai/v1).")
        private String url = "";

        @Option(
                names = "--key",
                order = 2,
                required = true,
                paramLabel = "app-…",
                description = "The API key of that app. Several apps: repeat both options.")
        private String key = "";

        String url() {
            return url;
        }

        String key() {
            return key;
        }
    }

    @ArgGroup(exclusive = false, multiplicity = "0..*", order = 1)
    private List<DifyOption> dify = new ArrayList<>();

    @Option(
            names = "--ask",
            order = 3,
            paramLabel = "TEXT",
            description = "Ask each app this, twice, and look at how the answer streams and stops. Costs tokens.")
    private @Nullable String question;

    @Option(
            names = "--url",
            order = 4,
            paramLabel = "URL",
            description = "Look at a ReChat at its public address (https://chat.example.org).")
    private @Nullable String site;

    @Option(
            names = "--api-key",
            order = 5,
            paramLabel = "rk-…",
            description = "With --url: ask through it, with this API key of ReChat's (scope chat).")
    private @Nullable String apiKey;

    @Option(names = "--app", order = 6, paramLabel = "SLUG", description = "With --api-key: the app to ask.")
    private @Nullable String app;

    @Option(names = "--json", order = 7, description = "Print one JSON document in place of lines.")
    private boolean json;

    List<DifyOption> dify() {
        return dify;
    }

    @Nullable
    String question() {
        return question;
    }

    @Nullable
    String site() {
        return site;
    }

    @Nullable
    String apiKey() {
        return apiKey;
    }

    @Nullable
    String app() {
        return app;
    }

    boolean json() {
        return json;
    }

    /** Whether what belongs together is there. */
    boolean isWhole() {
        return (apiKey == null) == (app == null) && (apiKey == null || site != null);
    }
}
