package dev.rechat.usage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The end of a turn must not fail over a figure that Dify tells. */
class TurnCostTest {

    @Test
    void takesWhatCannotBeForNotTold() {
        var cost = new TurnCost(-1L, Long.MAX_VALUE, 3L, new BigDecimal("1E30"), "USD", -5L, Long.MAX_VALUE);

        assertThat(cost).isEqualTo(new TurnCost(null, null, 3L, null, "", null, null));
    }

    @Test
    void keepsTenDigitsOfAPrice() {
        var cost = new TurnCost(null, null, null, new BigDecimal("0.00000000019"), "RMB", null, null);

        assertThat(cost.price()).isEqualTo(new BigDecimal("0.0000000002"));
        assertThat(cost.currency()).isEqualTo("RMB");
    }

    @Test
    void keepsNoCurrencyThatIsNone() {
        for (String odd : new String[] {"", "US DOLLARS OF AMERICA", "円", "U\nS"}) {
            assertThat(new TurnCost(null, null, null, BigDecimal.ONE, odd, null, null).currency())
                    .isEmpty();
        }
    }

    @Test
    void writesOutNoExponentWithoutEnd() {
        for (String odd : new String[] {"1E-2000000000", "1E2000000000"}) {
            assertThat(new TurnCost(null, null, null, new BigDecimal(odd), "USD", null, null).price())
                    .isNull();
        }
    }
}
