package dev.rechat.web.upload;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/** The limit, when it is given, must be a number of bytes that fits into memory. */
public final class UploadLimitRule implements ConfigurationRule {

    private static final String PROPERTY = "rechat.files.max-bytes";
    private static final long MOST = 1024L * 1024 * 1024;

    @Override
    public List<String> problems(PropertyResolver configuration) {
        if (!configuration.containsProperty(PROPERTY)) {
            return List.of();
        }
        long bytes = configuration.getProperty(PROPERTY, Long.class).orElse(0L);
        return bytes >= 1 && bytes <= MOST
                ? List.of()
                : List.of("RECHAT_FILES_MAX_BYTES must be a number of bytes from 1 to " + MOST);
    }
}
