package dev.rechat.chat.http;

import static dev.rechat.chat.http.ActingHouse.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file in an answer is for the key that was answered, as long as key and person may have it, and for nobody else. */
class FileLinkIT {

    private static final String EMAIL = "X-OpenWebUI-User-Email";
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\((/v1/files/([^/]+)/content(\\?[^)]*)?)\\)");

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ActingHouse acting;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ChatHouse house;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Instance signed;

    @BeforeAll
    static void open() {
        house = new ChatHouse(DifySimulator.start(), Map.of("rechat.access.standing-age", "0s"));
        signed = house.instance(
                Map.of("rechat.access.standing-age", "0s", "rechat.openai.user-token-secret", UserToken.SECRET));
        acting = new ActingHouse(house);
    }

    @AfterAll
    static void close() {
        acting.close();
    }

    private final Person owner = house.person(Role.USER);
    private final Person program = house.program(owner, "chat");
    private final App app = house.app("chat", DemoApps.CHAT_KEY);
    private final String words = "draw a chart " + UUID.randomUUID();

    /** @param path as the answer tells it */
    private record Link(String path, String file, String mark) {

        static Link of(String content) {
            Matcher found = LINK.matcher(content);
            assertThat(found.find()).as(content).isTrue();
            String mark = found.group(3) == null ? "" : found.group(3).substring("?mark=".length());
            return new Link(found.group(1), found.group(2), mark);
        }

        static String path(String file, String mark) {
            return "/v1/files/" + file + "/content?mark=" + mark;
        }
    }

    private void limit(Person key, App... only) {
        String apps = String.join(
                ",", List.of(only).stream().map(one -> one.id().toString()).toList());
        house.sql("UPDATE api_keys SET apps = ? WHERE identifier = ?", apps, ChatHouse.identifier(key));
    }

    /** Has the next answer to the words of this test bring a file of this content. */
    private void script(String content) throws Exception {
        HttpResponse<String> upload = Sent.upload(house, owner, app, "chart.png", "image/png", content);
        assertThat(upload.statusCode()).as(upload.body()).isEqualTo(201);
        String id = Sent.body(upload).path("id").asText();
        String difyId = house.bean(FileRepository.class)
                .findOwned(FileId.of(id), owner.id())
                .orElseThrow()
                .difyFileId();
        Map<String, String> file = Map.of(
                "id",
                UUID.randomUUID().toString(),
                "type",
                "image",
                "belongs_to",
                "assistant",
                "url",
                "/files/" + difyId + "/file-preview?timestamp=1&nonce=n&sign=simulated");
        house.dify.next(
                GenerationRequest.containing(words),
                Script.answer("Here it is:").event("message_file", file).text(" as you wished."));
    }

    private OpenAiCaller.Reply ask(Person who, String... headers) throws Exception {
        return new OpenAiCaller(house.first(), who, app, null)
                .send(Map.of("messages", List.of(OpenAiCaller.message("user", words))), headers);
    }

    private Link drawn(Person who, String... headers) throws Exception {
        script("a chart");
        return Link.of(ask(who, headers).content());
    }

    private static HttpResponse<String> get(Instance instance, Person who, String path, String... headers)
            throws Exception {
        var request = instance.request(path, who).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return instance.send(request.build());
    }

    private static String refusal(Person who, String path, String... headers) throws Exception {
        return ActingHouse.refusal(new OpenAiCaller.Reply(get(house.first(), who, path, headers)));
    }

    private static void assertOpens(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("a chart");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Cache-Control")).contains("private, max-age=3600");
    }

    @Test
    void opensForKeyWithAListOfAppsOnEveryInstance() throws Exception {
        limit(program, app);
        Link link = drawn(program);

        assertOpens(get(house.first(), program, link.path()));
        assertOpens(get(signed, program, link.path()));
        assertThat(refusal(program, "/api/v1/chat/files/" + link.file())).startsWith("403");
    }

    @Test
    void isToldInStreamsAsWell() throws Exception {
        script("a chart");
        HttpResponse<String> stream = house.send(new OpenAiCaller(house.first(), program, app, null)
                .request(Map.of("stream", true, "messages", List.of(OpenAiCaller.message("user", words)))));

        assertOpens(get(house.first(), program, Link.of(stream.body()).path()));
    }

    @Test
    void opensForPersonWhoSignedInAndIsTheirsAlone() throws Exception {
        Link link = drawn(owner);

        assertThat(link.mark()).isEmpty();
        assertOpens(get(house.first(), owner, link.path()));
        assertThat(refusal(house.person(Role.USER), link.path())).isEqualTo("404 not_found");
    }

    @Test
    void answerWithFileIsRecognisedInTheHistory() throws Exception {
        script("a chart");
        OpenAiCaller caller = new OpenAiCaller(house.first(), program, app, null);
        OpenAiCaller.Reply first = caller.say(words);

        OpenAiCaller.Reply next = caller.say("and now in colour " + UUID.randomUUID());

        assertThat(next.conversation()).isEqualTo(first.conversation());
        assertThat(next.retold()).isFalse();
    }

    @Test
    void opensForNoOtherKey() throws Exception {
        Link link = drawn(program);
        Person sibling = house.program(owner, "chat");
        Person stranger = house.program(house.person(Role.USER), "chat");
        Person administrator = house.trusted(house.person(Role.ADMIN), "chat");

        for (Person other : List.of(sibling, stranger, administrator)) {
            assertThat(refusal(other, link.path())).isEqualTo("404 not_found");
        }
        var nobody = HttpRequest.newBuilder(URI.create(house.first().uri() + link.path()))
                .GET()
                .build();
        assertThat(house.send(nobody).statusCode()).isEqualTo(401);
    }

    @Test
    void opensNothingThatNoAnswerHasNamed() throws Exception {
        Link link = drawn(program);
        String upload = Sent.body(Sent.upload(house, owner, app, "private.png", "image/png", "private"))
                .path("id")
                .asText();
        String[] parts = link.mark().split("\\.");
        Person stranger = house.person(Role.USER);

        for (String path : List.of(
                Link.path(upload, link.mark()),
                "/v1/files/" + link.file() + "/content",
                Link.path(link.file(), ""),
                Link.path(link.file(), "0".repeat(64) + "." + parts[1] + "." + parts[2]),
                Link.path(link.file(), parts[0] + "." + stranger.id() + "." + parts[2]),
                Link.path(link.file(), parts[0] + "." + parts[1] + ".other"),
                Link.path("nonsense", link.mark()))) {
            assertThat(refusal(program, path)).as(path).isEqualTo("404 not_found");
        }
    }

    @Test
    void opensNoMoreWhenTheKeyReachesTheAppNoMore() throws Exception {
        Link link = drawn(program);
        limit(program, house.app("chat", DemoApps.CHAT_KEY));

        assertThat(refusal(program, link.path())).isEqualTo("404 not_found");
    }

    @Test
    void opensNoMoreWhenTheConversationIsInTheTrash() throws Exception {
        script("a chart");
        OpenAiCaller.Reply reply = ask(program);
        house.sql("UPDATE conversations SET deleted_at = NOW(3) WHERE id = ?", reply.conversation());

        assertThat(refusal(program, Link.of(reply.content()).path())).isEqualTo("404 not_found");
    }

    @Test
    void opensNoMoreWhenTheKeyIsRevokedOrMayNotRead() throws Exception {
        Link link = drawn(program);

        house.sql("UPDATE api_keys SET scopes = 'admin' WHERE identifier = ?", ChatHouse.identifier(program));
        assertThat(refusal(program, link.path())).startsWith("403");
        house.sql(
                "UPDATE api_keys SET scopes = 'chat', revoked_at = NOW(3) WHERE identifier = ?",
                ChatHouse.identifier(program));
        assertThat(refusal(program, link.path())).startsWith("401");
    }

    /** Whatever shows the picture tells the key and the address, and no person. */
    @Test
    void ofPersonActedForOpensForTheTrustedKeyAlone() throws Exception {
        Link link = drawn(acting.program, EMAIL, email(owner));

        assertOpens(get(house.first(), acting.program, link.path()));
        assertOpens(get(house.first(), acting.program, link.path(), EMAIL, email(owner)));
        assertOpens(get(signed, acting.program, link.path()));
        assertThat(refusal(acting.administrator, link.path())).isEqualTo("404 not_found");
        Person otherKey = house.trusted(acting.administrator, "chat");
        assertThat(refusal(otherKey, link.path())).isEqualTo("404 not_found");
        assertOpens(get(house.first(), owner, link.path()));
    }

    @Test
    void ofPersonActedForDoesNotOpenForAnotherPerson() throws Exception {
        Link link = drawn(acting.program, EMAIL, email(owner));
        Person other = house.person(Role.USER);

        assertThat(refusal(acting.program, link.path(), EMAIL, email(other))).isEqualTo("404 not_found");
        assertThat(refusal(acting.program, link.path(), EMAIL, email(acting.administrator)))
                .isEqualTo("404 not_found");
    }

    /** With a secret, the key alone acts for nobody: a mark that was not made here must not be a way round. */
    @Test
    void forgedMarkActsForNobody() throws Exception {
        Link link = drawn(acting.program, EMAIL, email(owner));
        String[] parts = link.mark().split("\\.");
        String forged = "f".repeat(64) + "." + parts[1] + "." + parts[2];

        assertThat(get(signed, acting.program, Link.path(link.file(), forged)).statusCode())
                .isEqualTo(404);
        assertThat(get(signed, acting.program, "/v1/models?mark=" + link.mark()).statusCode())
                .isEqualTo(200);
    }

    /** A mark names a person for the file's address only: a question with it is the owner's, as one without. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/chat/completions?mark=", "/v1/chat/completions?x=/v1/files/&mark="})
    void markNamesNobodyElsewhere(String path) throws Exception {
        Link link = drawn(acting.program, EMAIL, email(owner));
        String question = "whose am I " + UUID.randomUUID();

        HttpResponse<String> answer = house.send(house.posting(
                path + link.mark(),
                acting.program,
                "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                        .formatted(app.slug(), question)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(acting.difyUser(question))
                .isEqualTo(acting.administrator.id().toString());
    }

    @Test
    void ofPersonActedForOpensAsLongAsTheKeyMayActForThem() throws Exception {
        Person administrator = house.person(Role.ADMIN);
        Person trusted = house.trusted(administrator, "chat");
        Link link = drawn(trusted, EMAIL, email(owner));
        assertOpens(get(house.first(), trusted, link.path()));

        house.sql("UPDATE users SET role = 'ADMIN' WHERE id = ?", owner.id().toString());
        assertThat(refusal(trusted, link.path())).isEqualTo("403 person_protected");
        house.sql(
                "UPDATE users SET role = 'USER', active = FALSE WHERE id = ?",
                owner.id().toString());
        assertThat(refusal(trusted, link.path())).isEqualTo("403 account_disabled");
        house.sql("UPDATE users SET active = TRUE WHERE id = ?", owner.id().toString());
        house.sql(
                "UPDATE users SET role = 'USER' WHERE id = ?",
                administrator.id().toString());
        assertThat(refusal(trusted, link.path())).isEqualTo("403 not_administrator");
        house.sql(
                "UPDATE users SET role = 'ADMIN' WHERE id = ?",
                administrator.id().toString());
        house.sql("UPDATE api_keys SET trusted = FALSE WHERE identifier = ?", ChatHouse.identifier(trusted));
        assertThat(refusal(trusted, link.path())).isEqualTo("404 not_found");
    }
}
