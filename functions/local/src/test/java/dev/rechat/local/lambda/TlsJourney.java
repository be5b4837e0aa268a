package dev.rechat.local.lambda;

import static dev.rechat.local.lambda.RunningFunction.PATIENCE;
import static dev.rechat.local.lambda.RunningFunction.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.gateway.Packaging;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.FunctionProcess;
import dev.rechat.testing.lambda.LambdaAnswer;
import dev.rechat.testing.lambda.RuntimeApiStub;
import dev.rechat.testing.tls.ServerCertificate;
import dev.rechat.testing.tls.TestAuthority;
import dev.rechat.testing.tls.TlsFront;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A database and a Dify that are reached by TLS only, with certificates of an authority of one's own: functions that are told of
 * it connect and verify, and nothing else connects.
 */
final class TlsJourney implements AutoCloseable {

    private static final String VARIABLE = "RECHAT_TLS_CA";

    private final Packaging packaging;
    private final TestAuthority authority = TestAuthority.create();
    private final ServerCertificate certificate;
    private final DifySimulator dify = DifySimulator.start();
    private final TestDatabase server;
    private final Schema schema;
    private final TlsFront front;
    private final TlsFront frontOfAnother;
    private final FunctionJourney functions;

    TlsJourney(Packaging packaging) {
        this.packaging = packaging;
        certificate = authority.issue("ip:127.0.0.1");
        server = TestDatabase.secured(certificate);
        schema = server.createSchema();
        MigratedSchema.migrate(schema);
        front = TlsFront.before(dify.uri().getPort(), certificate);
        frontOfAnother = TlsFront.before(dify.uri().getPort(), authority.issue("dns:another.example.org"));
        functions = new FunctionJourney(packaging, seen("127.0.0.1", "VERIFY_IDENTITY"), dify, app(front), told());
    }

    private Schema seen(String host, String mode) {
        String url = schema.jdbcUrl().replace("127.0.0.1", host).replace("sslMode=REQUIRED", "sslMode=" + mode);
        return new Schema(url, schema.username(), schema.password());
    }

    private String app(TlsFront reached) {
        URI address =
                URI.create("https://127.0.0.1:" + reached.port() + dify.uri().getRawPath());
        return SealedApp.insert(schema, address, DemoApps.CHAT_KEY);
    }

    private Map<String, String> told() {
        return Map.of(VARIABLE, authority.pem(), "RECHAT_DATABASE_PATIENCE", "2s");
    }

    private static Map<String, String> untold() {
        return Map.of("RECHAT_DATABASE_PATIENCE", "2s");
    }

    String signUp(String email) {
        return functions.signUp(email);
    }

    /** From Dify to the browser and into the database, each step by TLS that was verified. */
    void streamsAnAnswerAndStoresIt(String token) {
        functions.streamsPieceByPiece(token);

        assertThat(answersStored()).contains("onetwothree");
    }

    private List<String> answersStored() {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT content FROM messages WHERE role = 'ASSISTANT'")) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void refusesADatabaseOfAnUnknownAuthority() {
        for (String mode : new String[] {"VERIFY_CA", "VERIFY_IDENTITY"}) {
            try (RunningFunction auth = new RunningFunction(packaging, "auth", seen("127.0.0.1", mode), untold())) {
                assertNoDatabase(auth, "CertPathValidatorException");
            }
        }
    }

    /** Its authority alone is verified where that is what the URL asks for, which shows that only the name is in the way. */
    void refusesADatabaseOfAnotherName() {
        try (RunningFunction auth =
                new RunningFunction(packaging, "auth", seen("localhost", "VERIFY_IDENTITY"), told())) {
            assertNoDatabase(auth, "Server identity verification failed");
        }
        try (RunningFunction auth = new RunningFunction(packaging, "auth", seen("localhost", "VERIFY_CA"), told())) {
            assertThat(signIn(auth).status()).isEqualTo(401);
        }
    }

    void refusesADifyOfAnUnknownAuthority(String token) {
        try (RunningFunction chat =
                new RunningFunction(packaging, "chat-stream", seen("127.0.0.1", "REQUIRED"), untold())) {
            assertNoDify(FunctionJourney.ask(chat, token, app(front), "untold").awaitResponse(PATIENCE));
        }
    }

    void refusesADifyOfAnotherName(String token) {
        assertNoDify(FunctionJourney.ask(functions.chat, token, app(frontOfAnother), "another")
                .awaitResponse(PATIENCE));
    }

    /** A mail server greets first; only a client that has verified it answers. */
    void speaksToAMailServer(String person) {
        try (RudeMailServer plain = new RudeMailServer();
                TlsFront mail = TlsFront.before(plain.port(), certificate);
                RunningFunction auth =
                        new RunningFunction(packaging, "auth", seen("127.0.0.1", "VERIFY_IDENTITY"), mailedBy(mail))) {
            LambdaAnswer answer = auth.answer(
                    ApiGatewayEvents.post("/api/v1/auth/password/forgot").json("{\"email\":\"%s\"}".formatted(person)));

            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            assertThat(plain.heard()).succeedsWithin(PATIENCE).asString().startsWith("EHLO");
        }
    }

    private Map<String, String> mailedBy(TlsFront server) {
        Map<String, String> variables = new HashMap<>(told());
        variables.put("RECHAT_MAIL_HOST", "127.0.0.1");
        variables.put("RECHAT_MAIL_PORT", Integer.toString(server.port()));
        variables.put("RECHAT_MAIL_SECURITY", "tls");
        variables.put("RECHAT_MAIL_FROM", "chat@example.org");
        variables.put("RECHAT_PUBLIC_URL", "https://chat.example.org");
        return variables;
    }

    void doesNotStartWithAValueThatCannotBeRead() {
        try (RuntimeApiStub lambda = RuntimeApiStub.start();
                FunctionProcess process = packaging
                        .process("auth")
                        .environment("DATASOURCES_DEFAULT_URL", schema.jdbcUrl())
                        .environment("DATASOURCES_DEFAULT_USERNAME", schema.username())
                        .environment("DATASOURCES_DEFAULT_PASSWORD", schema.password())
                        .environment("RECHAT_JWT_KEYS", "test:not-a-secret-but-long-enough-for-HS256")
                        .environment("RECHAT_SECRETS_KEYS", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                        .environment(VARIABLE, "no-such-file.pem")
                        .environment("AWS_LAMBDA_RUNTIME_API", lambda.endpoint())
                        .start()) {
            assertThat(process.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(process.log()).doesNotContain("no-such-file");
            assertThat(process.log().lines().filter(line -> !line.startsWith("{")))
                    .containsExactly(VARIABLE + " is neither PEM text, which begins with -----BEGIN CERTIFICATE-----, "
                            + "nor the path of a file that can be read");
        }
    }

    private static LambdaAnswer signIn(RunningFunction auth) {
        return auth.answer(ApiGatewayEvents.post("/api/v1/auth/login")
                .json("{\"email\":\"nobody@example.org\",\"password\":\"correct horse battery\"}"));
    }

    private static void assertNoDatabase(RunningFunction auth, String why) {
        LambdaAnswer answer = signIn(auth);
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(json(answer).path("code").asText()).isEqualTo("database_unavailable");
        assertThat(auth.process.log()).as("why, for who runs it").contains(why);
    }

    private static void assertNoDify(LambdaAnswer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(json(answer).path("code").asText()).isEqualTo("dify_unavailable");
    }

    @Override
    public void close() {
        functions.close();
        front.close();
        frontOfAnother.close();
        server.stop();
    }
}
