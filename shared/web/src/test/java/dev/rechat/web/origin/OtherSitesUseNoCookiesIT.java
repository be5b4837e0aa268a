package dev.rechat.web.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.Role;
import dev.rechat.web.Api;
import dev.rechat.web.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherSitesUseNoCookiesIT {

    private static final String ROUTE = "/api/v1/auth/cookie";
    private static final String HOST = "chat.example.org";

    private static Api api;

    @BeforeAll
    static void start() {
        api = Api.start(Map.of("rechat.web.origins", "https://www.example.org, http://localhost:5173"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, https://evil.example",
        "cross-site,",
        "cross-site, https://chat.example.org",
        "same-site, https://other.example.org",
        "same-site,",
        "strange, https://chat.example.org",
        ", https://evil.example",
        ", https://chat.example.org.evil.example",
        ", https://chat.example.org:8443",
        ", null",
        ", file://"
    })
    void refusesWhatAnotherSiteAsks(@Nullable String site, @Nullable String origin) throws IOException {
        assertThat(post(site, origin)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, https://chat.example.org",
        "same-origin, https://public.example",
        "none,",
        "same-site, https://www.example.org",
        ", https://chat.example.org",
        ", http://CHAT.example.org:80",
        ", http://localhost:5173",
        ","
    })
    void takesWhatOurOwnPagesAndProgramsAsk(@Nullable String site, @Nullable String origin) throws IOException {
        assertThat(post(site, origin)).isEqualTo(200);
    }

    @Test
    void tellsItAsAProblem() {
        var refused = api.send(
                ROUTE, request -> request.POST(BodyPublishers.noBody())
                        .header("Sec-Fetch-Site", "cross-site"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Api.json(refused).path("code").asText()).isEqualTo("forbidden");
    }

    @Test
    void letsReadAndTokensBe() {
        String token = Tokens.of(api, Role.USER);

        assertThat(api.get(ROUTE, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(200);
        assertThat(api.send(ROUTE, request -> request.POST(BodyPublishers.noBody())
                                .headers("Sec-Fetch-Site", "cross-site", "Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    /** By hand, because the client sets {@code Host} itself. */
    private static int post(@Nullable String site, @Nullable String origin) throws IOException {
        var uri = api.uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String head = "POST " + ROUTE + " HTTP/1.1\r\nHost: " + HOST + "\r\nContent-Length: 0\r\nConnection: close\r\n"
                    + (site == null ? "" : "Sec-Fetch-Site: " + site + "\r\n")
                    + (origin == null ? "" : "Origin: " + origin + "\r\n") + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }
}
