package dev.rechat.testing.s3;

import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.IncomingRequest;
import dev.rechat.testing.http.LoopbackServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Keeps objects of one bucket, addressed by path, and answers as S3 does: who has no right signature is refused, and what is not
 * there is said not to be. The next requests may be told to go wrong.
 */
public final class S3Emulator implements AutoCloseable {

    public static final String BUCKET = "payloads";
    public static final String REGION = "eu-central-1";
    public static final String ACCESS_KEY = "AKIDONLYFORTESTS";
    public static final String SECRET_KEY = "s3-secret-only-for-tests";

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<IncomingRequest> requests = new CopyOnWriteArrayList<>();
    private final Deque<Consumer<Exchange>> faults = new ConcurrentLinkedDeque<>();
    private final SignatureCheck signatures = new SignatureCheck(ACCESS_KEY, SECRET_KEY, REGION);
    private final LoopbackServer server = LoopbackServer.start(0, this::handle);

    private S3Emulator() {}

    public static S3Emulator start() {
        return new S3Emulator();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public int port() {
        return server.port();
    }

    /** Names of all objects, in order. */
    public Set<String> names() {
        return new TreeSet<>(objects.keySet());
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(objects.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** All that came, those that went wrong too. */
    public List<IncomingRequest> requests() {
        return List.copyOf(requests);
    }

    /** The next request fails so; after what was told before. */
    public S3Emulator failNext(Consumer<Exchange> how) {
        faults.add(how);
        return this;
    }

    /** The next requests are answered with an error. */
    public S3Emulator refuseNext(int times, int status, String code) {
        for (int each = 0; each < times; each++) {
            failNext(exchange -> refuse(exchange, status, code));
        }
        return this;
    }

    /** The next answer ends in the middle of its body. */
    public S3Emulator cutNext() {
        return failNext(exchange -> {
            byte[] whole = objects.getOrDefault(name(exchange.request()), new byte[100]);
            exchange.answerHalf(200, Map.of("content-type", "application/json"), whole, whole.length / 2);
        });
    }

    private void handle(Exchange exchange) {
        IncomingRequest request = exchange.request();
        requests.add(request);
        Consumer<Exchange> fault = faults.poll();
        Optional<String> problem = signatures.problem(request);
        if (fault != null) {
            fault.accept(exchange);
        } else if (problem.isPresent()) {
            refuse(exchange, 403, problem.get());
        } else if (!request.path().startsWith("/" + BUCKET + "/")) {
            refuse(exchange, 404, "NoSuchBucket");
        } else {
            serve(exchange, name(request));
        }
    }

    private static String name(IncomingRequest request) {
        return request.path().replaceFirst("^/" + BUCKET + "/", "");
    }

    private void serve(Exchange exchange, String name) {
        switch (exchange.request().method()) {
            case "PUT" -> {
                objects.put(name, exchange.request().body().bytes());
                exchange.answer(200, Map.of(), new byte[0]);
            }
            case "GET" -> {
                byte[] object = objects.get(name);
                if (object == null) {
                    refuse(exchange, 404, "NoSuchKey");
                } else {
                    exchange.answer(200, Map.of("content-type", "application/json"), object);
                }
            }
            case "DELETE" -> {
                objects.remove(name);
                exchange.answer(204, Map.of(), new byte[0]);
            }
            default -> refuse(exchange, 405, "MethodNotAllowed");
        }
    }

    /** With words that nobody is to see outside the store. */
    private static void refuse(Exchange exchange, int status, String code) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                + "</Code><Message>words of the store</Message><RequestId>1</RequestId></Error>";
        exchange.answer(status, Map.of("content-type", "application/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
