package dev.rechat.admin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.error.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Service Desk            | service-desk",
                "  --Ask!!  HR_team--    | ask-hr-team",
                "Café Crème №5           | cafe-creme-no5",
                "ＡＢＣ １２              | abc-12",
                "TITLE İI                | title-ii",
                "服务台                   | app",
                "服务台 VIP               | vip",
                "😀                      | app",
                "01890a5d-ac96-774b-bcce-b302099a8057 | app-01890a5d-ac96-774b-bcce-b302099a8057"
            })
    void isDerivedFromAnyName(String name, String slug) {
        assertThat(Slug.derived(name).value()).isEqualTo(slug);
        assertThat(Slug.chosen(Slug.derived(name).value()).value()).isEqualTo(slug);
    }

    @Test
    void leavesRoomForANumber() {
        Slug slug = Slug.derived("a".repeat(55) + " b".repeat(20)).numbered(50);

        assertThat(slug.value()).endsWith("a-50").hasSizeLessThanOrEqualTo(64);
        assertThat(slug.numbered(1)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Desk",
                "a--b",
                "-a",
                "a-",
                "a_b",
                "a/b",
                "ä",
                "服务台",
                "a\n",
                "01890a5d-ac96-774b-bcce-b302099a8057"
            })
    void refusesWhatDoesNotFitAnAddressOrReadsAsAnId(String text) {
        assertThatThrownBy(() -> Slug.chosen(text)).isInstanceOf(ValidationException.class);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(Slug.chosen("a".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> Slug.chosen("a".repeat(65))).isInstanceOf(ValidationException.class);
    }
}
