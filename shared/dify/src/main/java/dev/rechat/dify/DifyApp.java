package dev.rechat.dify;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an app is reached and the key that selects it.
 *
 * @param baseUrl of the Service API including its path, such as {@code https://api.dify.ai/v1}; with or without a final
 *     slash
 * @param spareKey another one of the same app: a request that Dify refuses with 401 is made again with it, which is safe
 *     because nothing was done; null for none
 * @param label what logs call the app; empty where nobody needs to know
 */
public record DifyApp(URI baseUrl, DifyApiKey key, @Nullable DifyApiKey spareKey, String label) {

    public DifyApp {
        @Nullable String scheme = baseUrl.getScheme();
        if (scheme == null
                || !(scheme.toLowerCase(Locale.ROOT).equals("http")
                        || scheme.toLowerCase(Locale.ROOT).equals("https"))) {
            throw new IllegalArgumentException("the base URL of Dify must begin with http:// or https://");
        }
        if (baseUrl.getHost() == null || baseUrl.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the base URL of Dify must name a host and no user");
        }
        if (baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URL of Dify must have neither query nor fragment");
        }
    }

    /** One with a single key. */
    public DifyApp(URI baseUrl, DifyApiKey key) {
        this(baseUrl, key, null, "");
    }

    /** The address of a route below the base URL; {@code path} is already encoded and begins without a slash. */
    URI resolve(String path) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }
}
