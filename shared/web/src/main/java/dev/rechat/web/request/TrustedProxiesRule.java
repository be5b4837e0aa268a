package dev.rechat.web.request;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/** The number of proxies, when it is given, must be one that can be. */
public final class TrustedProxiesRule implements ConfigurationRule {

    private static final int MOST = 10;

    @Override
    public List<String> problems(PropertyResolver configuration) {
        if (!configuration.containsProperty(ClientAddress.PROPERTY)) {
            return List.of();
        }
        int proxies =
                configuration.getProperty(ClientAddress.PROPERTY, Integer.class).orElse(-1);
        return proxies >= 0 && proxies <= MOST
                ? List.of()
                : List.of(
                        "RECHAT_HTTP_TRUSTED_PROXIES must be the number of proxies before this process, 0 to " + MOST);
    }
}
