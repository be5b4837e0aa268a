package dev.rechat.auth.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.MailServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Neither the answer nor its time says whether there is an account. */
class ForgottenPasswordTellsNothingIT {

    private static final String FAILED_MAILS = "SELECT details FROM audit_log WHERE action = 'mail_failed'";

    @Test
    void answersTheSameWithAndWithoutAnAccount() {
        try (MailServer mail = new MailServer();
                AuthApi api = AuthApi.start(mail.configuration())) {
            api.register("ada@example.org");

            Answer known = forgot(api, "ada@example.org");
            Answer unknown = forgot(api, "nobody@example.org");
            Answer noAddress = forgot(api, "no address");

            assertThat(known.status()).isEqualTo(202);
            assertThat(unknown.status()).isEqualTo(202);
            assertThat(noAddress.status()).isEqualTo(202);
            assertThat(unknown.json()).isEqualTo(known.json());
            api.settle();
            assertThat(mail.received()).hasSize(1);
        }
    }

    @Test
    void answersBeforeTheMailServerDoes() throws Exception {
        // It takes the connection and says nothing: whoever waited for it would wait for all its patience.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                MailServer mail = new MailServer()) {
            Map<String, Object> configuration = new HashMap<>(mail.configuration());
            configuration.put("rechat.mail.port", silent.getLocalPort());
            configuration.put("rechat.mail.patience", "1h");
            try (AuthApi api = AuthApi.start(configuration)) {
                api.register("ada@example.org");

                assertThat(forgot(api, "ada@example.org").status()).isEqualTo(202);

                assertThat(api.stored(FAILED_MAILS))
                        .as("the mail is still on its way")
                        .isEmpty();
                silent.accept().close();
                api.settle();
                assertThat(api.stored(FAILED_MAILS)).contains("reset_by_mail").doesNotContain("ada");
            }
        }
    }

    @Test
    void slowsDownWhoFillsAMailbox() {
        try (MailServer mail = new MailServer();
                AuthApi api = AuthApi.start(mail.configuration())) {
            api.register("ada@example.org");
            for (String email : new String[] {"ada@example.org", "nobody@example.org"}) {
                for (int i = 0; i < 3; i++) {
                    assertThat(forgot(api, email).status()).isEqualTo(202);
                }

                Answer refused = forgot(api, email);

                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.code()).isEqualTo("too_many_attempts");
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            }
        }
    }

    @Test
    void saysSoWhereNoMailIsConfigured() {
        try (AuthApi api = AuthApi.start()) {
            assertThat(forgot(api, "ada@example.org").code()).isEqualTo("mail_not_configured");
        }
    }

    private static Answer forgot(AuthApi api, String email) {
        return api.post("password/forgot", "{\"email\":\"" + email + "\"}", null);
    }
}
