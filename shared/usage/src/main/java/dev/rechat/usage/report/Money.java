package dev.rechat.usage.report;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/** An amount as Dify told it. @param amount decimal, as text */
@Serdeable
public record Money(String currency, String amount) {

    public static Money of(String currency, BigDecimal amount) {
        return new Money(currency, plain(amount));
    }

    /** Without zeros that say nothing, and never with an exponent. */
    public static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
