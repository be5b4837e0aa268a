package dev.rechat.testing.dify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The scripts still to be played. Those for once come before those for always, first come first served. */
final class Scripts {

    private record Entry(Predicate<GenerationRequest> when, Script script) {}

    private final List<Entry> once = new ArrayList<>();
    private final List<Entry> always = new ArrayList<>();

    synchronized void addOnce(Predicate<GenerationRequest> when, Script script) {
        once.add(new Entry(when, script));
    }

    synchronized void addAlways(Predicate<GenerationRequest> when, Script script) {
        always.add(new Entry(when, script));
    }

    synchronized void clear() {
        once.clear();
        always.clear();
    }

    synchronized Optional<Script> take(GenerationRequest request) {
        for (Iterator<Entry> entries = once.iterator(); entries.hasNext(); ) {
            Entry entry = entries.next();
            if (entry.when().test(request)) {
                entries.remove();
                return Optional.of(entry.script());
            }
        }
        return always.stream()
                .filter(entry -> entry.when().test(request))
                .map(Entry::script)
                .findFirst();
    }
}
