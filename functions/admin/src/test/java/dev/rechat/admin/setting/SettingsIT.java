package dev.rechat.admin.setting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.accounts.setting.RegistrationPolicy;
import dev.rechat.accounts.setting.Setting;
import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.gateway.TestedFunction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsIT {

    private static final String SETTINGS = "/api/v1/admin/settings";

    private static House house;
    private static Person ada;
    private static ApiClient admin;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        ada = house.person("admin");
        admin = house.as(ada);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void showsEachWithItsTypeValueDefaultAndMeaning() {
        JsonNode all = admin.get(SETTINGS).json().path("data");

        List<String> seen = new ArrayList<>();
        all.forEach(each ->
                seen.add(each.path("key").asText() + " " + each.path("type").asText() + " " + each.path("default")));
        assertThat(seen)
                .containsExactly(
                        "registration choice \"open\"",
                        "registration_domains domains []",
                        "email_verification switch false",
                        "admins_need_totp switch false",
                        "sharing choice \"members\"",
                        "banner banner null",
                        "time_zone zone \"UTC\"",
                        "conversation_retention_days number 0",
                        "audit_retention_days number 0",
                        "usage_retention_days number 0");
        assertThat(all).allSatisfy(each -> {
            assertThat(each.path("description").asText()).isNotBlank();
            assertThat(each.has("value")).isTrue();
        });
        assertThat(all.get(7).path("min").asInt(-1)).isZero();
        assertThat(all.get(7).path("max").asInt()).isEqualTo(36_500);
        assertThat(all.get(0).path("options").toString()).isEqualTo("[\"open\",\"approval\",\"closed\"]");
    }

    @Test
    void changesOneAtOnceAndWritesDownWhoDidItAndWhatItWasBefore() {
        put("registration", "\"open\"");

        ApiAnswer changed = put("registration", "\"approval\"");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("value").asText()).isEqualTo("approval");
        assertThat(changed.json().at("/updated_by/id").asText()).isEqualTo(ada.id());
        assertThat(changed.json().at("/updated_by/email").asText()).isEqualTo(ada.id() + "@example.org");
        assertThat(changed.json().at("/updated_by/display_name").asText()).isEqualTo("Somebody");
        assertThat(changed.json().path("updated_at").asText()).endsWith("Z");
        assertThat(admin.get(SETTINGS).json().at("/data/0")).isEqualTo(changed.json());
        assertInForce(Setting.REGISTRATION, RegistrationPolicy.APPROVAL);
        assertThat(house.newestAct())
                .startsWith("setting_changed " + ada.id() + " registration {")
                .contains("\"old\":\"\\\"open\\\"\"", "\"new\":\"\\\"approval\\\"\"");
    }

    @Test
    void keepsDomainsInLowerCaseAndEachOnce() {
        ApiAnswer changed = put("registration_domains", "[\"Example.ORG\",\" example.org \",\"mail.example.com\"]");

        assertThat(changed.json().path("value").toString()).isEqualTo("[\"example.org\",\"mail.example.com\"]");
        assertInForce(Setting.REGISTRATION_DOMAINS, List.of("example.org", "mail.example.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registration         | \"ajar\"",
                "registration         | true",
                "registration         | null",
                "registration_domains | \"example.org\"",
                "registration_domains | [1]",
                "registration_domains | [\"@example.org\"]",
                "registration_domains | [\"*.example.org\"]",
                "registration_domains | [\"localhost\"]",
                "email_verification   | \"true\"",
                "admins_need_totp     | 1",
                "admins_need_totp     | {}",
                "sharing              | \"friends\"",
                "time_zone            | \"Berlin\"",
                "time_zone            | \"+02:00\"",
                "time_zone            | null",
                "usage_retention_days | -1",
                "usage_retention_days | 36501",
                "audit_retention_days | 29",
                "usage_retention_days | 30.5",
                "usage_retention_days | 1e3",
                "usage_retention_days | 99999999999999999999",
                "usage_retention_days | \"30\"",
                "banner               | \"Hello\"",
                "banner               | {}",
                "banner               | {\"text\":\"Hello\"}",
                "banner               | {\"text\":\"Hello\",\"level\":\"loud\"}",
                "banner               | {\"text\":\" \",\"level\":\"info\"}",
                "banner               | {\"text\":1,\"level\":\"info\"}",
                "banner               | {\"text\":\"Bell \\u0007\",\"level\":\"info\"}",
                "banner               | {\"text\":\"Hello\",\"level\":\"info\",\"until\":\"tomorrow\"}",
                "banner               | {\"text\":\"Hello\",\"level\":\"info\",\"color\":\"red\"}"
            })
    void refusesWhatIsNoValueOfIt(String key, String value) {
        ApiAnswer refused = put(key, value);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation_failed");
        assertThat(refused.errors()).startsWith("value");
    }

    @Test
    void knowsNoOtherKeys() {
        assertThat(put("first_administrator", "\"me\"").status()).isEqualTo(404);
        assertThat(put("unheard_of", "true").status()).isEqualTo(404);
        assertThat(house.stored("SELECT COUNT(*) FROM system_settings WHERE setting_key = 'unheard_of'"))
                .isEqualTo("0");
    }

    @Test
    void doesNotSwitchVerificationOnWithoutMail() {
        ApiAnswer refused = put("email_verification", "true");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("mail_not_configured");
        assertThat(put("email_verification", "false").status()).isEqualTo(200);
    }

    @Test
    void countsThoseAsVerifiedWhoAreThereWhenVerificationIsSwitchedOn() {
        try (House withMail = new House(Map.of(
                "rechat.mail.host", "127.0.0.1",
                "rechat.mail.from", "ReChat <chat@example.org>",
                "rechat.public-url", "https://chat.example.org/"))) {
            Person administrator = withMail.person("admin");
            withMail.accounts().run("UPDATE users SET email_verified_at = NULL");

            ApiAnswer changed = withMail.as(administrator)
                    .send("PUT", SETTINGS + "/email_verification", bytes("{\"value\":true}"), "application/json");

            assertThat(changed.json().path("value").asBoolean()).isTrue();
            assertThat(withMail.stored("SELECT COUNT(*) FROM users WHERE email_verified_at IS NULL"))
                    .isEqualTo("0");
        }
    }

    @Test
    void keepsTheBannerInOneFormUntilItIsTakenDown() {
        ApiAnswer changed = put(
                "banner",
                "{\"level\":\"warning\",\"text\":\" Down\\r\\ntonight \",\"until\":\"2027-01-31T18:00+02:00\"}");

        assertThat(changed.json().path("value").toString())
                .isEqualTo("{\"text\":\"Down\\ntonight\",\"level\":\"warning\","
                        + "\"until\":\"2027-01-31T16:00:00.000Z\"}");
        assertThat(put("banner", "{\"text\":\"" + "x".repeat(1000) + "\",\"level\":\"info\"}")
                        .status())
                .isEqualTo(200);
        assertThat(put("banner", "{\"text\":\"" + "x".repeat(1001) + "\",\"level\":\"info\"}")
                        .errors())
                .isEqualTo("value.text:too_long");

        ApiAnswer down = put("banner", "null");

        assertThat(down.status()).as(down.body()).isEqualTo(200);
        assertThat(down.json().has("value")).isTrue();
        assertThat(down.json().path("value").isNull()).isTrue();
        assertInForce(Setting.BANNER, Optional.empty());
    }

    @Test
    void takesZonesAndNumbersOfDays() {
        assertThat(put("time_zone", "\"Asia/Shanghai\"").json().path("value").asText())
                .isEqualTo("Asia/Shanghai");
        assertInForce(Setting.TIME_ZONE, ZoneId.of("Asia/Shanghai"));
        assertThat(put("audit_retention_days", "400").json().path("value").asInt())
                .isEqualTo(400);
        assertInForce(Setting.AUDIT_RETENTION_DAYS, 400);
        assertThat(put("audit_retention_days", "0").status()).isEqualTo(200);
    }

    @Test
    void wantsAValue() {
        assertThat(admin.send("PUT", SETTINGS + "/banner", bytes("{}"), "application/json")
                        .errors())
                .isEqualTo("value:required");
    }

    @Test
    void tellsWhoChangedWhatAndWhenAlsoWhenTheyHaveLeft() {
        Person gone = house.person("admin");
        put("conversation_retention_days", "30");
        house.as(gone)
                .send("PUT", SETTINGS + "/conversation_retention_days", bytes("{\"value\":60}"), "application/json");
        house.accounts().run("DELETE FROM users WHERE id = ?", gone.id());

        JsonNode newest = admin.get(SETTINGS + "/conversation_retention_days/history?limit=1")
                .json();
        JsonNode before = admin.get(SETTINGS + "/conversation_retention_days/history?limit=1&cursor="
                        + newest.path("next_cursor").asText())
                .json();

        assertThat(newest.at("/data/0/by").toString()).isEqualTo("{\"id\":\"" + gone.id() + "\"}");
        assertThat(newest.at("/data/0/old").asInt()).isEqualTo(30);
        assertThat(newest.at("/data/0/new").asInt()).isEqualTo(60);
        assertThat(newest.at("/data/0/at").asText()).endsWith("Z");
        assertThat(before.at("/data/0/by/email").asText()).isEqualTo(ada.id() + "@example.org");
        assertThat(before.at("/data/0/old").asInt()).isZero();
        assertThat(before.path("next_cursor").isNull()).isTrue();
        assertThat(admin.get(SETTINGS + "/unheard_of/history").status()).isEqualTo(404);
    }

    @Test
    void isForAdministratorsAlone() {
        ApiClient user = house.as(house.person("user"));

        assertThat(user.get(SETTINGS).status()).isEqualTo(403);
        assertThat(user.send("PUT", SETTINGS + "/registration", bytes("{\"value\":\"open\"}"), "application/json")
                        .status())
                .isEqualTo(403);
    }

    /** At once where it was changed; elsewhere as soon as its copy is old. */
    private static <T> void assertInForce(Setting<T> setting, T value) {
        if (TestedFunction.isHere()) {
            assertThat(house.bean(HouseSettings.class).get(setting)).isEqualTo(value);
        }
    }

    private static ApiAnswer put(String key, String json) {
        return admin.send("PUT", SETTINGS + "/" + key, bytes("{\"value\":" + json + "}"), "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
