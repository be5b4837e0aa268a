package dev.rechat.admin.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeleteUserIT {

    private static final String USERS = "/api/v1/admin/users/";

    private static House house;
    private static Person root;
    private static ApiClient admin;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        root = house.person("admin");
        admin = house.as(root);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void takesEverythingOfThatPersonAndNothingOfOthers() {
        Person bob = house.person("user");
        Person eve = house.person("user");
        conversation(bob);
        conversation(eve);
        house.accounts()
                .run(
                        "INSERT INTO group_members (group_id, user_id, added_at) VALUES (?, ?, NOW(3))",
                        house.group("Legal"),
                        bob.id());

        ApiAnswer deleted = admin.delete(USERS + bob.id());

        assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
        assertThat(house.stored("SELECT COUNT(*) FROM users WHERE id = '" + bob.id() + "'"))
                .isEqualTo("0");
        assertThat(house.stored("SELECT GROUP_CONCAT(user_id) FROM conversations"))
                .isEqualTo(eve.id());
        assertThat(house.stored("SELECT COUNT(*) FROM sessions WHERE user_id = '" + bob.id() + "'"))
                .isEqualTo("0");
        assertThat(house.stored("SELECT COUNT(*) FROM group_members")).isEqualTo("0");
        assertThat(house.stored("SELECT CONCAT_WS(' ', action, actor_id) FROM audit_log WHERE target_id = '" + bob.id()
                        + "' ORDER BY id DESC LIMIT 1"))
                .isEqualTo("account_deleted " + root.id());
        assertThat(admin.delete(USERS + bob.id()).status()).isEqualTo(404);
        assertThat(house.as(eve).get("/api/v1/admin/users").status()).isEqualTo(403);
    }

    @Test
    void isNotForOneselfEvenIfThereAreOtherAdministrators() {
        house.person("admin");

        ApiAnswer refused = admin.delete(USERS + root.id());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("conflict");
        assertThat(house.stored("SELECT active FROM users WHERE id = '" + root.id() + "'"))
                .isEqualTo("1");
    }

    /** The rights of somebody who was demoted a moment ago are remembered for a while. */
    @Test
    void leavesTheLastAdministrator() {
        try (House small = new House(Map.of())) {
            Person one = small.person("admin");
            Person two = small.person("admin");
            assertThat(small.as(two).get("/api/v1/admin/users").status()).isEqualTo(200);
            small.accounts().run("UPDATE users SET role = 'USER' WHERE id = ?", two.id());

            ApiAnswer refused = small.as(two).delete(USERS + one.id());

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("last_administrator");
            assertThat(small.stored("SELECT COUNT(*) FROM users WHERE deleting_at IS NULL"))
                    .isEqualTo("2");
        }
    }

    @Test
    void isForAdministratorsThemselvesAlone() {
        Person bob = house.person("user");

        assertThat(house.as(house.person("user")).delete(USERS + bob.id()).status())
                .isEqualTo(403);
        assertThat(house.with(house.accounts().key(root.id(), "admin"))
                        .delete(USERS + bob.id())
                        .status())
                .isEqualTo(403);
        assertThat(admin.delete(USERS + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private static void conversation(Person person) {
        house.accounts()
                .run(
                        "INSERT INTO conversations (id, user_id, app_id, title, pinned, archived, created_at, updated_at)"
                                + " VALUES (?, ?, 'app', 'Title', FALSE, FALSE, NOW(), NOW())",
                        UUID.randomUUID().toString(),
                        person.id());
    }
}
