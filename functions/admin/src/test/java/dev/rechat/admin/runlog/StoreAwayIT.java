package dev.rechat.admin.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.admin.House;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.gateway.InProcess;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store was chosen that nobody can reach. */
@InProcess("that the search server's store is not among its classes")
class StoreAwayIT {

    @AutoClose
    private static final House house = new House(Map.of("runlog.store", "elasticsearch"));

    private static final ApiClient admin = house.as(house.person("admin"));

    @ParameterizedTest
    @ValueSource(strings = {"", "/some-run", "/some-run/nodes", "/some-run/nodes/x", "/statistics"})
    void saysSoAndWhenToComeAgain(String path) {
        ApiAnswer answer = admin.get("/api/v1/admin/runs" + path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("runlog_unavailable");
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(answer.body()).doesNotContain("elasticsearch");
    }

    @Test
    void tellsThatNoneOfTheStoresIsTheChosenOne() {
        ApiAnswer answer = admin.get("/api/v1/admin/runlog/status");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("stores"))
                .noneMatch(store -> store.path("chosen").asBoolean());
    }
}
