package dev.rechat.kernel.config;

import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/**
 * What one module needs from the configuration. Found by {@link java.util.ServiceLoader}, because it is asked before
 * there are beans: a bean that fails over a bad value would hide the problems after it.
 */
@FunctionalInterface
public interface ConfigurationRule {

    /** @return one line per problem, beginning with the environment variable's name; empty when all is well */
    List<String> problems(PropertyResolver configuration);
}
