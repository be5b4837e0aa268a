package dev.rechat.lambda.runtime;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.List;

/** The margin before the deadline, when it is given, must be a positive duration. */
public final class DeadlineMarginRule implements ConfigurationRule {

    private static final String PROPERTY = LambdaConfiguration.PREFIX + ".deadline-margin";

    @Override
    public List<String> problems(PropertyResolver configuration) {
        if (!configuration.containsProperty(PROPERTY)) {
            return List.of();
        }
        Duration margin = configuration.getProperty(PROPERTY, Duration.class).orElse(Duration.ZERO);
        return margin.isPositive()
                ? List.of()
                : List.of("RECHAT_LAMBDA_DEADLINE_MARGIN must be a positive duration such as 5s");
    }
}
