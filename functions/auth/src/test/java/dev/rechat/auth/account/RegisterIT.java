package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterIT {

    private static AuthApi api;

    @BeforeAll
    static void start() {
        api = AuthApi.start();
        api.register("first@example.org");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void opensAnAccountAndSignsItIn() {
        Answer answer = api.post("register", """
                {"email":" Ada@Example.org ","password":"correct horse battery","display_name":"艾达 ","language":"zh-CN"}""", null);

        assertThat(answer.status()).isEqualTo(201);
        var user = answer.json().path("user");
        assertThat(user.path("email").asText()).isEqualTo("ada@example.org");
        assertThat(user.path("display_name").asText()).isEqualTo("艾达");
        assertThat(user.path("language").asText()).isEqualTo("zh-CN");
        assertThat(user.path("role").asText()).isEqualTo("user");
        assertThat(user.path("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(user.path("email_verified").isBoolean()).isTrue();
        assertThat(user.path("totp_enabled").asBoolean(true)).isFalse();
        assertThat(user.path("permissions").toString()).isEqualTo("[\"account\",\"chat\",\"read\",\"self\"]");
        assertThat(user.size()).isEqualTo(9);
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asLong()).isEqualTo(900);
        assertThat(api.me(answer.accessToken()).json()).isEqualTo(user);
    }

    @Test
    void namesAnAccountAfterItsAddressByDefault() {
        Answer answer = api.register("grace.hopper@example.org");

        assertThat(answer.json().at("/user/display_name").asText()).isEqualTo("grace.hopper");
        assertThat(answer.json().at("/user/language").asText()).isEqualTo("en");
    }

    @Test
    void storesNoPassword() {
        api.register("hidden@example.org");

        assertThat(api.stored("SELECT password_hash FROM users WHERE email = 'hidden@example.org'"))
                .startsWith("$argon2id$")
                .doesNotContain(AuthApi.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"taken@example.org", "TAKEN@example.org", "' taken@EXAMPLE.ORG'"})
    void refusesAnAddressThatIsTaken(String email) {
        api.register("taken@example.org");

        Answer answer = api.register(email);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("email_taken");
        assertThat(answer.cookie()).isEmpty();
        assertThat(api.stored("SELECT COUNT(*) FROM users WHERE email = 'taken@example.org'"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"password\":\"correct horse\"} | email | required",
                "{\"email\":\"a@example.org\"} | password | required",
                "{\"email\":\"\",\"password\":\"correct horse\"} | email | required",
                "{\"email\":\"no-address\",\"password\":\"correct horse\"} | email | invalid",
                "{\"email\":\"a b@example.org\",\"password\":\"correct horse\"} | email | invalid",
                "{\"email\":\"a@example..org\",\"password\":\"correct horse\"} | email | invalid",
                "{\"email\":\"a@b@example.org\",\"password\":\"correct horse\"} | email | invalid",
                "{\"email\":\"a@example.org\\r\\nBcc: b@example.org\",\"password\":\"correct horse\"} | email | invalid",
                "{\"email\":\"\u0430dmin@example.org\",\"password\":\"correct horse\"} | email | invalid",
                "{\"email\":\"a@example.org\",\"password\":\"too short\"} | password | too_short",
                "{\"email\":\"a@example.org\",\"password\":\"correct horse\",\"role\":\"admin\"} | role | unknown_field",
                "{\"email\":\"a@example.org\",\"password\":\"correct horse\",\"language\":\"<script>\"} | language | invalid",
                "{\"email\":\"a@example.org\",\"password\":\"correct horse\",\"display_name\":\" \"} | display_name | invalid",
                "{\"email\":\"a@example.org\",\"password\":\"correct horse\",\"display_name\":\"a\\u0000b\"} | display_name | invalid",
            })
    void refusesWhatIsNotAnAccount(String body, String field, String code) {
        Answer answer = api.post("register", body, null);

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation_failed");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(api.stored("SELECT COUNT(*) FROM users WHERE email LIKE 'a@%'"))
                .isEqualTo("0");
    }

    @Test
    void refusesWhatIsTooLong() {
        Answer longPassword = api.post("register", AuthApi.body("long@example.org", "x".repeat(201)), null);
        Answer longAddress = api.post("register", AuthApi.body("x".repeat(250) + "@a.org", AuthApi.PASSWORD), null);
        Answer longLocalPart = api.post("register", AuthApi.body("x".repeat(65) + "@a.org", AuthApi.PASSWORD), null);

        assertThat(longPassword.json().at("/errors/0/code").asText()).isEqualTo("too_long");
        assertThat(longAddress.json().at("/errors/0/code").asText()).isEqualTo("too_long");
        assertThat(longLocalPart.json().at("/errors/0/code").asText()).isEqualTo("invalid");
    }

    @Test
    void takesAPasswordOfTwoHundredCharactersOfAnyScript() {
        String password = "密".repeat(200);

        Answer answer = api.post("register", AuthApi.body("zh@example.org", password), null);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(api.login("zh@example.org", password).status()).isEqualTo(200);
    }
}
