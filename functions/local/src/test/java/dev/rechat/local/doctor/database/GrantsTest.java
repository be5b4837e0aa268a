package dev.rechat.local.doctor.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.doctor.database.Grants.Privilege;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GrantsTest {

    private static Grants of(String... lines) {
        return Grants.of(List.of(lines), "rechat_1");
    }

    @Test
    void everythingEverywhereIsEnough() {
        Grants grants = of("GRANT ALL PRIVILEGES ON *.* TO `rechat`@`%` WITH GRANT OPTION");

        assertThat(grants.missing(Grants.OF_FUNCTIONS)).isEmpty();
        assertThat(grants.missing(Grants.OF_MIGRATIONS)).isEmpty();
    }

    @Test
    void severalLinesAddUp() {
        Grants grants = of(
                "GRANT USAGE ON *.* TO `rechat`@`%` IDENTIFIED BY PASSWORD '*00'",
                "GRANT SELECT, INSERT ON *.* TO `rechat`@`%`", "GRANT UPDATE ON `rechat_1`.* TO `rechat`@`%`");

        assertThat(grants.missing(Grants.OF_FUNCTIONS)).containsExactly(Privilege.DELETE);
        assertThat(grants.isPartial()).isFalse();
    }

    @Test
    void thoseOfAnotherSchemaDoNotCount() {
        assertThat(of("GRANT ALL PRIVILEGES ON `other`.* TO `rechat`@`%`").missing(Grants.OF_FUNCTIONS))
                .isEqualTo(Grants.OF_FUNCTIONS);
    }

    @Test
    void namesArePatterns() {
        assertThat(of("GRANT ALL PRIVILEGES ON `rechat\\_%`.* TO 'a'@'%'").missing(Grants.OF_FUNCTIONS))
                .isEmpty();
        assertThat(of("GRANT ALL PRIVILEGES ON `rechat\\_2`.* TO 'a'@'%'").missing(Grants.OF_FUNCTIONS))
                .isNotEmpty();
    }

    @Test
    void aPrivilegeIsNotAPartOfAnothersName() {
        assertThat(of("GRANT CREATE VIEW, DROP ROLE, SHOW VIEW ON `rechat_1`.* TO 'a'@'%'")
                        .missing(Grants.OF_MIGRATIONS))
                .isEqualTo(Grants.OF_MIGRATIONS);
    }

    @Test
    void singleTablesAndRevocationsAreSaidToBeUnread() {
        assertThat(of("GRANT SELECT ON `rechat_1`.`users` TO 'a'@'%'").isPartial())
                .isTrue();
        assertThat(of("REVOKE SELECT ON `rechat_1`.* FROM `a`@`%`").isPartial()).isTrue();
    }
}
