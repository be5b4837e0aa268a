package dev.rechat.benchmarks.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a run of the benchmark found out.
 *
 * @param date of the run, as ISO 8601 has it
 * @param goals one line per goal
 */
record Report(
        String date, Machine machine, int eventsPerTurn, long intervalMillis, List<Run> runs, List<String> goals) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    void writeTo(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }
}
