package dev.rechat.admin.user.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupCellTest {

    @Test
    void givesBackTheNamesItWasGiven() {
        List<String> names = List.of("Legal", "R&D; Berlin", "back\\slash", "\\;", "艾达", "a, \"b\"");

        assertThat(GroupCell.read(GroupCell.write(names))).containsExactlyElementsOf(names);
    }

    @Test
    void takesEachOnceWithoutTheSpaceAround() {
        assertThat(GroupCell.read(" Legal ;Sales;; Legal")).containsExactly("Legal", "Sales");
        assertThat(GroupCell.read(";")).isEmpty();
        assertThat(GroupCell.read("tail\\")).containsExactly("tail\\");
    }
}
