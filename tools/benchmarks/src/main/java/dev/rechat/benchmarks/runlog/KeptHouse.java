package dev.rechat.benchmarks.runlog;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What a store in a directory holds, written beside it when it was full, so that it can be used again.
 *
 * @param figures of its filling, which is not done again, in order
 */
record KeptHouse(RunHouse house, Map<String, String> figures) {

    private static final String FIGURE = "figure.";

    KeptHouse {
        figures = new LinkedHashMap<>(figures);
    }

    /** Nothing when no store was filled there to its end. */
    static Optional<KeptHouse> of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            told.load(reader);
        }
        RunHouse house = new RunHouse(
                Long.parseLong(told.getProperty("seed")),
                Integer.parseInt(told.getProperty("nodes")),
                YearMonth.parse(told.getProperty("begin")));
        Map<String, String> figures = new LinkedHashMap<>();
        for (String name : new TreeSet<>(told.stringPropertyNames())) {
            if (name.startsWith(FIGURE)) {
                String[] figure = told.getProperty(name).split("\t", 2);
                figures.put(figure[0], figure[1]);
            }
        }
        return Optional.of(new KeptHouse(house, figures));
    }

    void writeTo(Path file) throws IOException {
        Properties told = new Properties();
        told.setProperty("seed", Long.toString(house.seed()));
        told.setProperty("nodes", Integer.toString(house.nodes()));
        told.setProperty("begin", house.begin().toString());
        int number = 100;
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            told.setProperty(FIGURE + number, figure.getKey() + "\t" + figure.getValue());
            number++;
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            told.store(writer, null);
        }
    }
}
