package dev.rechat.runlog.run;

import dev.rechat.runlog.WireName;

/** How the request came to ReChat: from the web app or through the OpenAI-compatible API; imported ones tell Dify's. */
public enum AppLogSource implements WireName {
    WEB_APP("web-app"),
    SERVICE_API("service-api"),
    INSTALLED_APP("installed-app"),
    OPENAPI("openapi");

    private final String wire;

    AppLogSource(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static AppLogSource of(String wire) {
        return WireName.find(values(), wire);
    }
}
