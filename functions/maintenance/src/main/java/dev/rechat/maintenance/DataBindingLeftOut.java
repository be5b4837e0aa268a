package dev.rechat.maintenance;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import com.oracle.svm.core.annotate.TargetElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.ProgressLogger;
import org.flywaydb.core.ProgressLoggerEmpty;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.flywaydb.core.extensibility.Plugin;
import org.flywaydb.core.internal.configuration.models.EnvironmentModel;
import org.flywaydb.core.internal.configuration.resolvers.EnvironmentResolver;
import org.flywaydb.core.internal.plugin.PluginRegister;

/**
 * In native executables, in place of what asks for Jackson's data binding: Flyway by reflection for settings of its plugins, of
 * which we set none, and a mapper that is not used. Nothing else does. A JVM never loads these classes.
 */
final class DataBindingLeftOut {

    private DataBindingLeftOut() {}

    @TargetClass(ConfigurationExtension.class)
    interface PluginSettings {

        /** The same one instead of one written as JSON and read again: {@link Migrations} loads a configuration and changes it no more. */
        @Substitute
        default Plugin copy() {
            return (Plugin) (Object) this;
        }
    }

    @TargetClass(EnvironmentResolver.class)
    static final class Environments {

        @Substitute
        ConfigurationExtension getResolverConfig(EnvironmentModel environment, PluginRegister plugins, String key) {
            throw new UnsupportedOperationException("Native executables set no resolvers of Flyway's.");
        }
    }

    @TargetClass(ClassicConfiguration.class)
    static final class Settings {

        @Substitute
        void determineKeysToRemoveAndRemoveFromProps(
                HashMap<String, Map<String, Object>> plugins, List<String> keys, Map<String, String> settings) {
            if (!plugins.isEmpty()) {
                throw new UnsupportedOperationException("Native executables set nothing of Flyway's plugins.");
            }
            settings.keySet().removeAll(keys);
        }

        /** Progress as JSON is what its command line shows. */
        @Substitute
        public ProgressLogger createProgress(String operation) {
            return new ProgressLoggerEmpty();
        }
    }

    /** What clients of search servers would take where none is named; ours name theirs. */
    @TargetClass(className = "org.opensearch.client.json.jackson.JacksonJsonpMapper")
    static final class SearchMapper {

        @Substitute
        @TargetElement(name = TargetElement.CONSTRUCTOR_NAME)
        void refuse() {
            throw new UnsupportedOperationException("Native executables have no data binding of Jackson's.");
        }
    }
}
