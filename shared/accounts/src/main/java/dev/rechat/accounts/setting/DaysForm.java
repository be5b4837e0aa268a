package dev.rechat.accounts.setting;

import dev.rechat.kernel.error.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.OptionalInt;

/** A number of days, or 0 for no end. @param fewest days that there may be, and {@code most} */
record DaysForm(int fewest, int most) implements Form<Integer> {

    @Override
    public String name() {
        return "number";
    }

    @Override
    public OptionalInt min() {
        return OptionalInt.of(0);
    }

    @Override
    public OptionalInt max() {
        return OptionalInt.of(most);
    }

    /** A fraction is refused, also one of nothing: whoever sends 30.0 may mean something else the next time. */
    @Override
    public Integer read(JsonNode json) {
        Object number = json.isNumber() ? json.getNumberValue() : "";
        long value = switch (number) {
            case Integer whole -> whole;
            case Long whole -> whole;
            default -> throw wrong();
        };
        if (value != 0 && (value < fewest || value > most)) {
            throw wrong();
        }
        return (int) value;
    }

    @Override
    public JsonNode write(Integer value) {
        return JsonNode.createNumberNode(value);
    }

    private ValidationException wrong() {
        return new ValidationException(FIELD, "invalid", "must be 0 or a whole number from " + fewest + " to " + most);
    }
}
