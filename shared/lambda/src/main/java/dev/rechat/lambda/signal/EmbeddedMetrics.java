package dev.rechat.lambda.signal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rechat.kernel.signal.MetricName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Readings as lines of CloudWatch's embedded metric format. A line has room for each metric once, with one value of its tag
 * and a hundred values; what does not fit goes into further lines.
 */
final class EmbeddedMetrics {

    /** By the specification, for one metric of one line. */
    static final int MAX_VALUES = 100;

    private static final JsonFactory JSON = new JsonFactory();

    private final String function;

    EmbeddedMetrics(String function) {
        this.function = function;
    }

    /** Each ends with a line break. */
    List<byte[]> lines(List<Reading> readings, Instant now) {
        List<Map<MetricName, Reading>> lines = new ArrayList<>();
        for (Reading reading : readings) {
            for (int from = 0; from < reading.values().size(); from += MAX_VALUES) {
                int to = Math.min(reading.values().size(), from + MAX_VALUES);
                place(
                        new Reading(
                                reading.name(),
                                reading.value(),
                                reading.values().subList(from, to)),
                        lines);
            }
        }
        return lines.stream().map(line -> line(line, now)).toList();
    }

    /** Into the first line that has room. Tags of different metrics have different names, so they do not get into each other's way. */
    private static void place(Reading reading, List<Map<MetricName, Reading>> lines) {
        for (Map<MetricName, Reading> line : lines) {
            if (line.putIfAbsent(reading.name(), reading) == null) {
                return;
            }
        }
        Map<MetricName, Reading> fresh = new EnumMap<>(MetricName.class);
        fresh.put(reading.name(), reading);
        lines.add(fresh);
    }

    private byte[] line(Map<MetricName, Reading> readings, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", now.toEpochMilli());
            json.writeArrayFieldStart("CloudWatchMetrics");
            for (MetricName name : readings.keySet()) {
                directive(name, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeStringField(MetricName.FUNCTION, function);
            for (Reading reading : readings.values()) {
                members(reading, json);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void directive(MetricName name, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("Namespace", MetricName.NAMESPACE);
        json.writeArrayFieldStart("Dimensions");
        json.writeArray(new String[] {MetricName.FUNCTION}, 0, 1);
        if (name.tag().isPresent()) {
            json.writeArray(new String[] {MetricName.FUNCTION, name.tag().get()}, 0, 2);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        json.writeStartObject();
        json.writeStringField("Name", name.text());
        json.writeStringField("Unit", name.kind().unit());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void members(Reading reading, JsonGenerator json) throws IOException {
        if (reading.name().tag().isPresent() && reading.value() != null) {
            json.writeStringField(reading.name().tag().get(), reading.value());
        }
        if (reading.values().size() == 1) {
            json.writeNumberField(reading.name().text(), reading.values().getFirst());
            return;
        }
        json.writeFieldName(reading.name().text());
        double[] values = reading.values().stream().mapToDouble(each -> each).toArray();
        json.writeArray(values, 0, values.length);
    }
}
