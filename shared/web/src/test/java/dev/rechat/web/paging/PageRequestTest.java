package dev.rechat.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.error.ValidationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void asksForTwentyFromTheBeginningByDefault() {
        PageRequest request = PageRequest.of(null, null);

        assertThat(request.limit()).isEqualTo(20);
        assertThat(request.rows()).isEqualTo(21);
        assertThat(request.start()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void refusesALimitOutOfBounds(int limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo("limit")));
    }

    @Test
    void pointsBehindTheLastRowShownWhenThereAreMore() {
        PageRequest request = PageRequest.of(2, null);

        Page<String> page = request.page(List.of(1, 2, 3), row -> Cursor.of("row", row.toString()), String::valueOf);

        assertThat(page.data()).containsExactly("1", "2");
        PageRequest next = PageRequest.of(2, page.nextCursor());
        assertThat(next.start()).contains(Cursor.of("row", "2"));
    }

    @Test
    void hasNoCursorOnTheLastPage() {
        Page<String> page =
                PageRequest.of(2, null).page(List.of(1, 2), row -> Cursor.of(row.toString()), String::valueOf);

        assertThat(page.data()).containsExactly("1", "2");
        assertThat(page.nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "a=b", "-_-_-_-", "zz zz"})
    void refusesACursorThatIsNotOurs(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(null, cursor)).isInstanceOf(ValidationException.class);
    }

    @Test
    void refusesAnEndlessCursor() {
        assertThatThrownBy(() -> PageRequest.of(null, "YQ".repeat(600))).isInstanceOf(ValidationException.class);
    }
}
