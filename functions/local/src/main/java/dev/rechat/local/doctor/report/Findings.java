package dev.rechat.local.doctor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Everything that was found, in order. */
public final class Findings {

    private final List<Diagnosis> all = new ArrayList<>();
    private final Consumer<Diagnosis> reader;

    /** @param reader is told each as it is found */
    public Findings(Consumer<Diagnosis> reader) {
        this.reader = reader;
    }

    /** A sheet whose entries are part of this. */
    public Sheet sheet(String subject) {
        return new Sheet(subject, this::add);
    }

    public List<Diagnosis> all() {
        return List.copyOf(all);
    }

    public long count(Level level) {
        return all.stream().filter(found -> found.level() == level).count();
    }

    private void add(Diagnosis found) {
        all.add(found);
        reader.accept(found);
    }
}
