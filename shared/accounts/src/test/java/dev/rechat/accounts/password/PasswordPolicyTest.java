package dev.rechat.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final String EMAIL = "ada.lovelace@analytical.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "aaaaaaaaab",
                "          ",
                "三体智子古筝行动冬眠计划",
                "nocapitalsnodigits",
                "lovelace had a plan",
                "👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀"
            })
    void takesWhatIsLongAndNotCommonWhateverItIsMadeOf(String password) {
        assertThatCode(() -> PasswordPolicy.check("password", password, EMAIL)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ninechars", "密密密密密密密密密", "😀😀😀😀😀😀😀😀😀"})
    void refusesFewerThanTenCharacters(String password) {
        assertThat(refusal(password).code()).isEqualTo("too_short");
    }

    @Test
    void refusesMoreThanTwoHundredCharacters() {
        assertThat(refusal("密".repeat(201)).code()).isEqualTo("too_long");
        assertThatCode(() -> PasswordPolicy.check("password", "密".repeat(200), EMAIL))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "0987654321",
                "qwertyuiop",
                "QWERTYuiop",
                "1qaz2wsx3edc",
                "password123",
                "Password1!",
                "ｐａｓｓｗｏｒｄ１２３",
                "iloveyou123",
                "aaaaaaaaaa",
                "abcabcabcabc",
                "outstanding",
                "woaini1314",
                "woaini5201314",
                "5201314520",
                "a123456789",
                "qq123456789",
                "admin12345",
                "welcome2026"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThat(refusal(password).code()).isEqualTo("common_password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.lovelace",
                "AdaLovelace1815",
                "lovelace-ada!",
                "ada.lovelace@analytical.example",
                "analytical99",
                "rechat2026!!",
                "rechatrechat"
            })
    void refusesWhatTheAddressOrTheProductTells(String password) {
        assertThat(refusal(password).code()).isEqualTo("common_password");
    }

    @Test
    void refusesThePhoneNumberThatIsAnAddress() {
        var refused = catchThrowableOfType(
                ValidationException.class,
                () -> PasswordPolicy.check("password", "13800138000", "13800138000@mail.example"));

        assertThat(refused.errors().getFirst().code()).isEqualTo("common_password");
    }

    @Test
    void namesTheField() {
        var refused = catchThrowableOfType(
                ValidationException.class, () -> PasswordPolicy.check("new_password", "short", EMAIL));

        assertThat(refused.errors().getFirst().field()).isEqualTo("new_password");
    }

    private static FieldError refusal(String password) {
        var refused = catchThrowableOfType(
                ValidationException.class, () -> PasswordPolicy.check("password", password, EMAIL));
        assertThat(refused).as("a refusal of " + password).isNotNull();
        return refused.errors().getFirst();
    }
}
