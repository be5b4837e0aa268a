package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInIT {

    private static AuthApi api;

    @BeforeAll
    static void start() {
        api = AuthApi.start();
        api.register("ada@example.org");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void signsInWithTheAddressInAnyCase() {
        Answer answer = api.login(" ADA@example.org", AuthApi.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/user/email").asText()).isEqualTo("ada@example.org");
        assertThat(api.me(answer.accessToken()).status()).isEqualTo(200);
        assertThat(answer.refreshToken()).hasSize(43);
    }

    @Test
    void answersAnUnknownAddressAsAWrongPassword() {
        Answer wrongPassword = api.login("ada@example.org", "wrong password");
        Answer unknown = api.login("nobody@example.org", "wrong password");
        Answer noAddress = api.login("' OR 1=1 --", "wrong password");

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongPassword.code()).isEqualTo("invalid_credentials");
        assertThat(withoutRequestId(unknown)).isEqualTo(withoutRequestId(wrongPassword));
        assertThat(withoutRequestId(noAddress)).isEqualTo(withoutRequestId(wrongPassword));
        assertThat(unknown.cookie()).isEmpty();
    }

    @Test
    void beginsASessionOfItsOwnEachTime() {
        Answer one = api.login("ada@example.org", AuthApi.PASSWORD);
        Answer two = api.login("ada@example.org", AuthApi.PASSWORD);

        api.logout(one.refreshToken());

        assertThat(api.refresh(one.refreshToken()).status()).isEqualTo(401);
        assertThat(api.refresh(two.refreshToken()).status()).isEqualTo(200);
    }

    private static ObjectNode withoutRequestId(Answer answer) {
        ObjectNode body = answer.json().deepCopy();
        body.remove("request_id");
        return body;
    }
}
