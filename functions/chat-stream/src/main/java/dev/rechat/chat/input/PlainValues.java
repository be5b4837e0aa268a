package dev.rechat.chat.input;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers, switches and objects. */
final class PlainValues {

    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off");

    /** Enough for any number that means something, too little to be expensive. */
    private static final int MAX_DIGITS = 100;

    private PlainValues() {}

    static Optional<JsonNode> number(Field field, JsonNode value) {
        JsonNode number = value.isString() ? parsed(value.getStringValue().strip()) : value;
        if (number == null || !number.isNumber()) {
            field.problem("invalid", "must be a number");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private static @Nullable JsonNode parsed(String text) {
        if (text.length() > MAX_DIGITS) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
            return whole ? JsonNode.createNumberNode(number.longValueExact()) : JsonNode.createNumberNode(number);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    static Optional<JsonNode> checkbox(Field field, JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value);
        }
        String text = value.isValueNode() ? value.coerceStringValue().strip().toLowerCase(Locale.ROOT) : "";
        if (!YES.contains(text) && !NO.contains(text)) {
            field.problem("invalid", "must be true or false");
            return Optional.empty();
        }
        return Optional.of(JsonNode.createBooleanNode(YES.contains(text)));
    }

    static Optional<JsonNode> object(Field field, JsonNode value) {
        if (!value.isObject()) {
            field.problem("invalid", "must be an object");
        }
        return Optional.of(value);
    }
}
