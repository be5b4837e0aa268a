package dev.rechat.web.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** What a line tells beside its message: what the thread works for, and what the line adds. */
final class Fields {

    private Fields() {}

    /** In the order of their names. Of two of one name the line's own counts. */
    static Map<String, Object> of(ILoggingEvent event) {
        Map<String, Object> fields = new TreeMap<>(event.getMDCPropertyMap());
        @Nullable List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> {
                if (pair.value != null) {
                    fields.put(pair.key, pair.value);
                }
            });
        }
        return fields;
    }
}
