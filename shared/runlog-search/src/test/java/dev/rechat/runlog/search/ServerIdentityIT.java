package dev.rechat.runlog.search;

import static dev.rechat.runlog.search.Samples.NOON;
import static dev.rechat.runlog.search.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.search.server.FaultyServer;
import dev.rechat.runlog.search.server.Product;
import dev.rechat.runlog.search.server.SearchServer;
import dev.rechat.testing.http.IncomingRequest;
import dev.rechat.testing.tls.TestAuthority;
import dev.rechat.testing.tls.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the store talks to, and as whom. */
final class ServerIdentityIT {

    private static final TestAuthority AUTHORITY = TestAuthority.create();

    private FaultyServer server;
    private TlsFront front;

    @BeforeEach
    void open() {
        server = FaultyServer.before(SearchServer.of(Product.OPENSEARCH));
        front = TlsFront.before(server.address().getPort(), AUTHORITY.issue("ip:127.0.0.1"));
    }

    @AfterEach
    void close() {
        front.close();
        server.close();
    }

    @Test
    void trustsAuthorityThatIsConfigured() throws IOException {
        saves(configuration(front, AUTHORITY.pem(), true));
    }

    @Test
    void refusesServerThatNobodyVouchesFor() throws IOException {
        refuses(configuration(front, null, true));
    }

    @Test
    void refusesServerThatAnotherAuthorityVouchesFor() throws IOException {
        refuses(configuration(front, TestAuthority.create().pem(), true));
    }

    @Test
    void refusesServerOfAnotherName() throws IOException {
        try (TlsFront other = TlsFront.before(server.address().getPort(), AUTHORITY.issue("dns:search.example.org"))) {
            refuses(configuration(other, AUTHORITY.pem(), true));
        }
    }

    @Test
    void asksNobodyWhereVerifyingIsOff() throws IOException {
        try (TlsFront other = TlsFront.before(server.address().getPort(), AUTHORITY.issue("dns:search.example.org"))) {
            saves(configuration(other, null, false));
        }
    }

    @Test
    void tellsUserAndPasswordWithFirstRequest() throws IOException {
        try (SearchRunLogStore store = Stores.of(
                new SearchConfiguration(
                        List.of(server.address().toString()),
                        "rechat",
                        "wörd",
                        null,
                        true,
                        Duration.ofSeconds(5),
                        0,
                        Stores.newPrefix(),
                        null,
                        "es"),
                new MemoryPayloads())) {
            assertThat(store.runs().find(TENANT, "run-1")).isEmpty();
        }

        String pair = Base64.getEncoder().encodeToString("rechat:wörd".getBytes(StandardCharsets.UTF_8));
        assertThat(server.requests(""))
                .allSatisfy(
                        request -> assertThat(request.header("authorization")).contains("Basic " + pair));
    }

    @Test
    void signsRequestsForAmazon() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIATESTTESTTEST");
        System.setProperty("aws.secretAccessKey", "only-for-tests-only-for-tests");
        try {
            saves(signed(configuration(front, AUTHORITY.pem(), true)));
            refusesSigned();
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }

        assertThat(server.requests("")).isNotEmpty().allSatisfy(ServerIdentityIT::isSigned);
    }

    private void refusesSigned() throws IOException {
        refuses(signed(configuration(front, null, true)));
        server.answer("/_bulk", 1, 403, "security_exception");
        try (SearchRunLogStore store =
                Stores.of(signed(configuration(front, AUTHORITY.pem(), true)), new MemoryPayloads())) {
            assertThatThrownBy(() -> store.runs().save(Samples.run("run-1", NOON, RunStatus.RUNNING)))
                    .isInstanceOf(RunLogUnavailableException.class)
                    .hasMessageContaining("denies a right");
        }
    }

    private static void isSigned(IncomingRequest request) {
        assertThat(request.header("authorization").orElse(""))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIATESTTESTTEST/")
                .contains("/eu-central-1/es/aws4_request");
    }

    private static void saves(SearchConfiguration configuration) throws IOException {
        try (SearchRunLogStore store = Stores.of(configuration, new MemoryPayloads())) {
            store.runs().save(Samples.run("run-1", NOON, RunStatus.RUNNING));
            store.runs().save(Samples.run("run-1", NOON, RunStatus.SUCCEEDED));

            assertThat(store.runs().find(TENANT, "run-1")).isPresent();
            assertThat(store.runs()
                            .expire(TENANT, NOON.plus(Duration.ofDays(40)), 10)
                            .months())
                    .containsExactly("2026-10");
        }
    }

    private static void refuses(SearchConfiguration configuration) throws IOException {
        try (SearchRunLogStore store = Stores.of(configuration, new MemoryPayloads())) {
            assertThatThrownBy(() -> store.runs().find(TENANT, "run-1"))
                    .isInstanceOf(RunLogUnavailableException.class)
                    .hasMessageContaining("TLS failed");
        }
    }

    private static SearchConfiguration configuration(TlsFront front, @Nullable String ca, boolean verify) {
        return new SearchConfiguration(
                List.of(URI.create("https://127.0.0.1:" + front.port()).toString()),
                null,
                null,
                ca,
                verify,
                Duration.ofSeconds(5),
                0,
                Stores.newPrefix(),
                null,
                "es");
    }

    private static SearchConfiguration signed(SearchConfiguration plain) {
        return new SearchConfiguration(
                plain.hosts(),
                null,
                null,
                plain.ca(),
                plain.verify(),
                plain.timeout(),
                plain.retries(),
                plain.prefix(),
                "eu-central-1",
                "es");
    }
}
