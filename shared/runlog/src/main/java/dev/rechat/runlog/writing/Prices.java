package dev.rechat.runlog.writing;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What nodes cost, as their metadata tells it. */
public final class Prices {

    /** Beyond any price; written out, a scale can become a gigabyte. */
    private static final int MOST_DIGITS = 100;

    private static final int MOST_BITS = 400;

    /** What columns hold, of all nodes together. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private static final int SCALE = 10;

    private Prices() {}

    /** Null when none is told, or what is told cannot be a price. @param metadata of a node */
    public static @Nullable BigDecimal of(@Nullable JsonNode metadata) {
        JsonNode told = metadata == null || !metadata.isObject() ? null : metadata.get("total_price");
        if (told == null || !(told.isString() || told.isNumber())) {
            return null;
        }
        try {
            BigDecimal price = told.isString() ? new BigDecimal(told.getStringValue()) : told.getBigDecimalValue();
            boolean possible = Math.abs((long) price.scale()) <= MOST_DIGITS
                    && price.unscaledValue().bitLength() <= MOST_BITS
                    && price.abs().compareTo(MOST) < 0;
            return possible ? price.setScale(SCALE, RoundingMode.HALF_EVEN) : null;
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
