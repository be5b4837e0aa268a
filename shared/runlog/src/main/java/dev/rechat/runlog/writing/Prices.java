package dev.rechat.runlog.writing;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What nodes cost, as their metadata tells it. */
public final class Prices {

    /** Beyond any price; written out, a scale can become a gigabyte. */
    private static final int MOST_DIGITS = 100;

    private static final int MOST_BITS = 400;

    private Prices() {}

    /** Null when none is told, or what is told cannot be a price. @param metadata of a node */
    public static @Nullable BigDecimal of(@Nullable JsonNode metadata) {
        JsonNode told = metadata == null || !metadata.isObject() ? null : metadata.get("total_price");
        if (told == null || !(told.isString() || told.isNumber())) {
            return null;
        }
        try {
            BigDecimal price =
                    told.isString() ? new BigDecimal(told.getStringValue()) : told.getBigDecimalValue();
            boolean possible = Math.abs((long) price.scale()) <= MOST_DIGITS
                    && price.unscaledValue().bitLength() <= MOST_BITS;
            return possible ? price : null;
        } catch (NumberFormatException noPrice) {
            return null;
        }
    }

    /** Empty when none is told. */
    public static String currencyOf(@Nullable JsonNode metadata) {
        JsonNode told = metadata == null || !metadata.isObject() ? null : metadata.get("currency");
        return told != null && told.isString() && told.getStringValue().length() <= 10 ? told.getStringValue() : "";
    }
}
