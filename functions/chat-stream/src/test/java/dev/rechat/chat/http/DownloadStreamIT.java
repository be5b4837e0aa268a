package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.FileDirection;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.gateway.InProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How bytes come through when one of the two ends is not what it should be. */
@Timeout(60)
class DownloadStreamIT {

    private static final int MEGABYTE = 1024 * 1024;

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

    private final Person person = house.person(Role.USER);

    @Test
    void doesNotPassACutFileOffAsAWholeOne() throws Exception {
        try (ServerSocket dify = listener()) {
            CompletableFuture<?> served = serve(dify, out -> out.write(head(100, "half")));

            assertThatThrownBy(() -> Sent.get(house, person, pathOfFileAt(dify)))
                    .isInstanceOf(IOException.class);
            served.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    @InProcess("how fast a reader takes: Lambda takes all that comes")
    void takesNoMoreFromDifyThanTheReaderTakes() throws Exception {
        int megabytes = 200;
        try (ServerSocket dify = listener();
                HttpClient slow = HttpClient.newHttpClient()) {
            CompletableFuture<?> served = serve(dify, out -> {
                out.write(head((long) megabytes * MEGABYTE, ""));
                byte[] piece = new byte[MEGABYTE];
                for (int i = 0; i < megabytes; i++) {
                    out.write(piece);
                }
            });
            HttpResponse<InputStream> response =
                    slow.send(house.request(pathOfFileAt(dify), person).GET().build(), BodyHandlers.ofInputStream());

            try (InputStream body = response.body()) {
                assertThat(body.read()).isZero();
                assertThatThrownBy(() -> served.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

                body.skipNBytes((long) megabytes * MEGABYTE - 1);
                assertThat(body.read()).isNegative();
                served.get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    @InProcess("the end of a connection, which no function on Lambda is told")
    void releasesDifyWhenTheReaderLeaves() throws Exception {
        try (ServerSocket dify = listener();
                HttpClient leaving = HttpClient.newHttpClient()) {
            CompletableFuture<?> served = serve(dify, out -> {
                out.write(head((long) 10_000 * MEGABYTE, ""));
                byte[] piece = new byte[MEGABYTE];
                for (int i = 0; i < 10_000; i++) {
                    out.write(piece);
                }
            });
            HttpResponse<InputStream> response =
                    leaving.send(house.request(pathOfFileAt(dify), person).GET().build(), BodyHandlers.ofInputStream());

            response.body().close();

            assertThatThrownBy(() -> served.get(20, TimeUnit.SECONDS))
                    .as("writing to a connection that is closed")
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private interface Answer {
        void write(OutputStream out) throws IOException;
    }

    /** Answers the first request whatever it is. */
    private static CompletableFuture<?> serve(ServerSocket listener, Answer answer) {
        CompletableFuture<Boolean> served = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (Socket socket = listener.accept()) {
                socket.getInputStream().read(new byte[8192]);
                answer.write(socket.getOutputStream());
                served.complete(true);
            } catch (IOException e) {
                served.completeExceptionally(e);
            }
        });
        return served;
    }

    private static byte[] head(long length, String beginning) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: " + length + "\r\n\r\n" + beginning)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String pathOfFileAt(ServerSocket dify) {
        App app = house.app(
                "chat", DemoApps.CHAT_KEY, URI.create("http://127.0.0.1:" + dify.getLocalPort() + "/v1"), true);
        StoredFile file = house.bean(FileRepository.class)
                .save(new StoredFile(
                        house.bean(IdGenerator.class).nextFileId(),
                        person.id(),
                        app.id(),
                        "at-dify",
                        "a.png",
                        "image/png",
                        FileKind.IMAGE,
                        null,
                        null,
                        FileDirection.UPLOAD,
                        null,
                        Instant.EPOCH));
        return "/api/v1/chat/files/" + file.id();
    }
}
