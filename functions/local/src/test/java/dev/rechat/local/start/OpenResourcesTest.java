package dev.rechat.local.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenResourcesTest {

    private final List<String> closed = new ArrayList<>();
    private final OpenResources resources = new OpenResources();

    private AutoCloseable resource(String name) {
        return () -> closed.add(name);
    }

    @Test
    void closeInReverseOrder() {
        resources.add(resource("database"));
        resources.add(resource("server"));

        resources.close();

        assertThat(closed).containsExactly("server", "database");
    }

    @Test
    void closeTheOthersWhenOneFails() {
        resources.add(resource("database"));
        resources.add((AutoCloseable) () -> {
            throw new IOException("stuck");
        });

        resources.close();

        assertThat(closed).containsExactly("database");
    }

    @Test
    void closeAtOnceWhatComesTooLate() {
        resources.close();

        assertThatThrownBy(() -> resources.add(resource("late"))).isInstanceOf(StartProblem.class);
        assertThat(closed).containsExactly("late");
    }

    @Test
    void closeOnlyOnce() {
        resources.add(resource("database"));

        resources.close();
        resources.close();

        assertThat(closed).hasSize(1);
    }
}
