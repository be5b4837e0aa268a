package dev.rechat.accounts.setting;

import dev.rechat.kernel.error.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.OptionalInt;

/** A whole number within bounds. */
record WholeForm(int smallest, int largest) implements Form<Integer> {

    @Override
    public String name() {
        return "number";
    }

    @Override
    public OptionalInt min() {
        return OptionalInt.of(smallest);
    }

    @Override
    public OptionalInt max() {
        return OptionalInt.of(largest);
    }

    /** A fraction is refused, also one of nothing: whoever sends 30.0 may mean something else the next time. */
    @Override
    public Integer read(JsonNode json) {
        Object number = json.isNumber() ? json.getNumberValue() : "";
        long value =
                switch (number) {
                    case Integer whole -> whole;
                    case Long whole -> whole;
                    default -> throw wrong();
                };
        if (value < smallest || value > largest) {
            throw wrong();
        }
        return (int) value;
    }

    @Override
    public JsonNode write(Integer value) {
        return JsonNode.createNumberNode(value);
    }

    private ValidationException wrong() {
        return new ValidationException(
                FIELD, "invalid", "must be a whole number from " + smallest + " to " + largest);
    }
}
