package dev.rechat.benchmarks.history;

import dev.rechat.benchmarks.data.Exchange;
import dev.rechat.benchmarks.data.History;
import dev.rechat.benchmarks.data.Resident;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at a history of their own. What can be opened is known from how it was made, not read from the database,
 * so that nothing of it is in anybody's memory before it is asked for.
 *
 * @param lastPage cursor of the last page of the list; null when there is only one page
 */
record Visitor(
        Resident person, List<TalkPlace> talks, @Nullable String lastPage) {

    Visitor {
        talks = List.copyOf(talks);
    }

    static Visitor of(Resident person) {
        List<TalkPlace> talks = new ArrayList<>();
        History.of(person, talk -> {
            if (!talk.trashed()) {
                Exchange middle = talk.exchanges().get(talk.exchanges().size() / 2);
                talks.add(new TalkPlace(talk.id(), middle.answerId()));
            }
        });
        return new Visitor(person, talks, null);
    }

    Visitor withLastPage(@Nullable String cursor) {
        return new Visitor(person, talks, cursor);
    }

    TalkPlace anyTalk(RandomGenerator random) {
        return talks.get(random.nextInt(talks.size()));
    }
}
