package dev.rechat.conversation.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.MessageId;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiblingsTest {

    private final List<MessageId> many =
            LongStream.range(0, 300).mapToObj(SiblingsTest::id).toList();

    @ParameterizedTest
    @CsvSource({"0,0", "50,0", "51,1", "150,100", "250,200", "299,200"})
    void tellsThoseAroundTheMessage(int message, int from) {
        assertThat(Siblings.around(id(message), many))
                .isEqualTo(many.subList(from, from + Siblings.MOST))
                .contains(id(message));
    }

    @Test
    void tellsAllOfAFew() {
        assertThat(Siblings.around(id(2), many.subList(0, 3))).isEqualTo(many.subList(0, 3));
    }

    @Test
    void tellsTheMessageItselfWhateverWasRead() {
        assertThat(Siblings.around(id(400), many)).containsExactly(id(400));
    }

    private static MessageId id(long number) {
        return new MessageId(new UUID(0, number + 1));
    }
}
