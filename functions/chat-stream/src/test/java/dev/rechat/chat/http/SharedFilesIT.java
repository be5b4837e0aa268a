package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.hash.OpaqueToken;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link opens the files of the messages that it shows, and no others. */
class SharedFilesIT {

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person ada = house.person(Role.USER);
    private final Person reader = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);

    /** A file, the question that carries it, and where that was asked. */
    private record Carried(String file, String question, String conversation) {}

    @AfterEach
    void asEver() {
        house.sql("DELETE FROM system_settings WHERE setting_key = 'sharing'");
    }

    private static void policy(String value) {
        house.sql(
                "REPLACE INTO system_settings (setting_key, setting_value, updated_at) VALUES ('sharing', ?, NOW(3))",
                value);
    }

    private Carried asked(Person owner, String name, String content) throws Exception {
        String file = Sent.body(Sent.upload(house, owner, app, name, "image/png", content))
                .path("id")
                .asText();
        ReceivedEvent turn = house.ask(
                        owner, "{\"app_id\":\"%s\",\"message\":\"look\",\"files\":[\"%s\"]}".formatted(app.id(), file))
                .getFirst();
        return new Carried(file, turn.text("user_message_id"), turn.text("conversation_id"));
    }

    /** Shares one message, as the conversation function does. @return where the API answers to the link */
    private String share(Person owner, Carried message) {
        OpaqueToken token = OpaqueToken.random(new SecureRandom());
        String id = UUID.randomUUID().toString();
        house.sql(
                "INSERT INTO shares (id, user_id, conversation_id, token_hash, title, message_count, created_at)"
                        + " VALUES (?, ?, ?, ?, 'Shared', 1, NOW(3))",
                id,
                owner.id().toString(),
                message.conversation(),
                token.hash());
        house.sql(
                "INSERT INTO share_messages (share_id, position, message_id) VALUES (?, 1, ?)", id, message.question());
        return "/api/v1/shared/" + token.value() + "/files/";
    }

    private static HttpResponse<String> anonymously(String path) throws Exception {
        return house.send(
                HttpRequest.newBuilder(URI.create(house.first().uri() + path)).build());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void givesAMemberWhatASharedMessageCarries() throws Exception {
        Carried carried = asked(ada, "grüße 😀.png", "PNG bytes");
        String files = share(ada, carried);

        HttpResponse<String> shown = Sent.get(house, reader, files + carried.file());
        HttpResponse<String> saved = Sent.get(house, reader, files + carried.file() + "?download=true");

        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo("PNG bytes");
        assertThat(header(shown, "Content-Type")).isEqualTo("image/png");
        assertThat(header(shown, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(shown, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(shown, "Content-Disposition"))
                .isEqualTo("inline; filename*=UTF-8''gr%C3%BC%C3%9Fe%20%F0%9F%98%80.png");
        assertThat(header(saved, "Content-Disposition")).startsWith("attachment;");
        assertThat(Sent.problem(Sent.get(house, reader, "/api/v1/chat/files/" + carried.file())))
                .isEqualTo("404 not_found");
    }

    @Test
    void givesNothingElseOfTheirOwner() throws Exception {
        Carried carried = asked(ada, "shared.png", "shared");
        Carried elsewhere = asked(ada, "elsewhere.png", "private");
        String unsent = Sent.body(Sent.upload(house, ada, app, "unsent.png", "image/png", "private"))
                .path("id")
                .asText();
        Carried ofReader = asked(reader, "reader.png", "of the reader");
        String files = share(ada, carried);
        share(ada, elsewhere);
        share(reader, ofReader);

        String unknown = Sent.body(Sent.get(house, reader, files + UUID.randomUUID()))
                .path("detail")
                .asText();
        for (String other : new String[] {elsewhere.file(), unsent, ofReader.file()}) {
            HttpResponse<String> refused = Sent.get(house, reader, files + other);
            assertThat(Sent.problem(refused)).isEqualTo("404 not_found");
            assertThat(Sent.body(refused).path("detail").asText()).isEqualTo(unknown);
        }
        assertThat(Sent.problem(Sent.get(house, reader, files + "nonsense"))).isEqualTo("404 not_found");
    }

    @Test
    void givesNoFileOfALaterMessage() throws Exception {
        Carried carried = asked(ada, "shared.png", "shared");
        String files = share(ada, carried);
        String later = Sent.body(Sent.upload(house, ada, app, "later.png", "image/png", "private"))
                .path("id")
                .asText();
        house.ask(
                ada,
                "{\"app_id\":\"%s\",\"message\":\"look\",\"conversation_id\":\"%s\",\"files\":[\"%s\"]}"
                        .formatted(app.id(), carried.conversation(), later));

        assertThat(Sent.get(house, ada, "/api/v1/chat/files/" + later).statusCode())
                .isEqualTo(200);
        assertThat(Sent.problem(Sent.get(house, reader, files + later))).isEqualTo("404 not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM shares WHERE user_id = ?",
                "UPDATE shares SET expires_at = NOW(3) - INTERVAL 1 SECOND WHERE user_id = ?",
                "UPDATE conversations SET deleted_at = NOW(3) WHERE user_id = ?",
                "UPDATE users SET active = FALSE WHERE id = ?",
                "UPDATE users SET deleting_at = NOW(3) WHERE id = ?"
            })
    void givesNothingOnceTheShareIsNotGoodAnyMore(String end) throws Exception {
        Carried carried = asked(ada, "shared.png", "shared");
        String files = share(ada, carried);
        assertThat(Sent.get(house, reader, files + carried.file()).statusCode()).isEqualTo(200);

        house.sql(end, ada.id().toString());

        assertThat(Sent.problem(Sent.get(house, reader, files + carried.file())))
                .isEqualTo("404 not_found");
    }

    @Test
    void asksWhoeverComesAsTheHouseHasIt() throws Exception {
        Carried carried = asked(ada, "shared.png", "shared");
        String file = share(ada, carried) + carried.file();
        Person pending = house.person(Role.PENDING);

        assertThat(Sent.problem(anonymously(file))).isEqualTo("401 unauthenticated");
        assertThat(Sent.problem(anonymously("/api/v1/shared/nonsense/files/" + carried.file())))
                .isEqualTo("401 unauthenticated");
        assertThat(Sent.problem(Sent.get(house, pending, file))).isEqualTo("403 account_pending");

        policy("\"public\"");
        assertThat(anonymously(file).body()).isEqualTo("shared");
        assertThat(Sent.get(house, pending, file).body()).isEqualTo("shared");

        policy("\"off\"");
        assertThat(Sent.problem(anonymously(file))).isEqualTo("404 not_found");
        assertThat(Sent.problem(Sent.get(house, ada, file))).isEqualTo("404 not_found");
    }

    @Test
    void opensNothingAtDifyForNobodyToRead() throws Exception {
        Carried carried = asked(ada, "shared.png", "shared");
        String file = share(ada, carried) + carried.file();

        var response = house.send(house.request(file, reader)
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(response.statusCode()).isEqualTo(405);
    }
}
