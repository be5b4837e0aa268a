package dev.rechat.admin.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.admin.House;
import dev.rechat.testing.api.ApiAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupLimitIT {

    @Test
    void refusesMoreGroupsThanThereMayBe() {
        try (House house = new House(Map.of())) {
            for (int i = 0; i < GroupAdministration.MOST; i++) {
                house.accounts()
                        .run(
                                "INSERT INTO user_groups (id, name, description, created_at, updated_at)"
                                        + " VALUES (UUID(), ?, '', NOW(3), NOW(3))",
                                "Group " + i);
            }

            ApiAnswer refused = house.as(house.person("admin")).post("/api/v1/admin/groups", "{\"name\":\"One more\"}");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("conflict");
        }
    }
}
