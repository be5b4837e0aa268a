package dev.rechat.conversation.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.exchange.MessageOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BranchOrderTest {

    @Test
    void readsALineAsItIs() {
        assertThat(read(0, 1, 2, 3)).isEqualTo("1 2 3 4");
    }

    @Test
    void foldsWhatStandsBesideTheNewestBranch() {
        // 1 is asked, answered by 2 and 3; 4 and 5 follow 2, 6 and 7 follow 3
        assertThat(read(0, 1, 1, 2, 4, 3, 6)).isEqualTo("1 3 (2 4 5) 6 7");
    }

    @Test
    void takesTheNewestOfSeveralBeginnings() {
        assertThat(read(0, 1, 0, 3)).isEqualTo("3 (1 2) 4");
    }

    @Test
    void hasNothingOfNothing() {
        assertThat(read()).isEmpty();
    }

    @Test
    void walksThroughVeryLongBranches() {
        int[] parents = IntStream.range(0, 50_000).toArray();

        assertThat(BranchOrder.of(outlines(parents))).hasSize(50_000);
    }

    /** @param parents the number of each message's parent, 0 for none */
    private static String read(int... parents) {
        return BranchOrder.of(outlines(parents)).stream()
                .map(place -> place.beside() ? "(" + place.number() + ")" : "" + place.number())
                .collect(Collectors.joining(" "))
                .replace(") (", " ");
    }

    private static List<MessageOutline> outlines(int... parents) {
        List<MessageOutline> outlines = new ArrayList<>();
        for (int i = 0; i < parents.length; i++) {
            outlines.add(new MessageOutline(id(i + 1), parents[i] == 0 ? null : id(parents[i]), 1));
        }
        return outlines;
    }

    private static MessageId id(int number) {
        return new MessageId(new UUID(0, number));
    }
}
