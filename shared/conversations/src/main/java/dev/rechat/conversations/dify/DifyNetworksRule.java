package dev.rechat.conversations.dify;

import dev.rechat.dify.network.DifyNetworks;
import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/** Networks that a Dify may be in, where some are given, must be ranges of addresses or names of hosts. */
public final class DifyNetworksRule implements ConfigurationRule {

    @Override
    public List<String> problems(PropertyResolver configuration) {
        try {
            DifyNetworks.parse(configuration
                    .getProperty(DifyNetworks.PROPERTY, String.class)
                    .orElse(""));
            return List.of();
        } catch (IllegalArgumentException wrong) {
            return List.of("RECHAT_DIFY_NETWORKS: " + wrong.getMessage());
        }
    }
}
