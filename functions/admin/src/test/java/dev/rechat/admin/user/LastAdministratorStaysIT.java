package dev.rechat.admin.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A house is never left without an administrator who can sign in. */
class LastAdministratorStaysIT {

    private static final String USERS = "/api/v1/admin/users/";

    @ParameterizedTest
    @ValueSource(strings = {"{\"role\":\"user\"}", "{\"role\":\"pending\"}", "{\"active\":false}"})
    void refusesToLetTheLastOneGo(String change) {
        try (House house = new House(Map.of())) {
            Person root = house.person("admin");
            Person other = house.person("admin");
            ApiClient admin = house.as(root);

            assertThat(admin.patch(USERS + other.id(), change).status()).isEqualTo(200);
            ApiAnswer refused = admin.patch(USERS + root.id(), change);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("last_administrator");
            assertThat(house.stored("SELECT COUNT(*) FROM users WHERE role = 'ADMIN' AND active = TRUE"))
                    .isEqualTo("1");
            assertThat(house.stored(
                            "SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL AND user_id = '" + root.id() + "'"))
                    .isEqualTo("1");
        }
    }

    @RepeatedTest(3)
    void keepsOneOfTwoWhoDemoteEachOtherAtOnce() throws Exception {
        try (House house = new House(Map.of());
                var threads = Executors.newFixedThreadPool(2)) {
            Person one = house.person("admin");
            Person two = house.person("admin");
            List<Callable<ApiAnswer>> calls = List.of(
                    () -> house.as(one).patch(USERS + two.id(), "{\"role\":\"user\"}"),
                    () -> house.as(two).patch(USERS + one.id(), "{\"active\":false}"));

            List<Integer> statuses = threads.invokeAll(calls).stream()
                    .map(answer -> answer.resultNow().status())
                    .sorted()
                    .toList();

            assertThat(statuses.getFirst()).isEqualTo(200);
            assertThat(statuses.getLast())
                    .as("refused, or no administrator any more")
                    .isIn(401, 403, 409);
            assertThat(house.stored("SELECT COUNT(*) FROM users WHERE role = 'ADMIN' AND active = TRUE"))
                    .isEqualTo("1");
        }
    }
}
