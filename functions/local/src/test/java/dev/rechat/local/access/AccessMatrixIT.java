package dev.rechat.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the OpenAPI document is asked for by everybody, and answers as {@code docs/access.md} says. Ids in
 * paths are those of the {@linkplain Identity#USER user}.
 */
final class AccessMatrixIT {

    private final AccessHouse house = AccessHouse.shared();
    private final People people = house.people();

    @Test
    void everyOperationAnswersEverybodyAsTheTableSays() {
        Person owner = people.the(Identity.USER);
        SampleApp app = SampleApp.create(house, people.the(Identity.ADMIN), owner);
        Map<String, Map<Identity, String>> seen = new TreeMap<>();
        for (Operation operation : OpenApiDocument.operations()) {
            Map<Identity, String> row = new EnumMap<>(Identity.class);
            for (Identity identity : Identity.values()) {
                row.put(identity, ask(operation, people.the(identity), Belongings.of(house, owner.id(), app)));
            }
            seen.put(operation.name(), row);
        }
        assertThat(AccessTable.read().differences(seen))
                .as("differences from docs/access.md")
                .isEmpty();
    }

    private String ask(Operation operation, Person person, Belongings named) {
        return Outcome.of(house.send(
                person.token(),
                operation.method(),
                Requests.path(operation, named),
                Requests.body(operation, named),
                operation.multipart()));
    }
}
