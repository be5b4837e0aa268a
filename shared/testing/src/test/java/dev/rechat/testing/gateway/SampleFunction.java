package dev.rechat.testing.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.URL;

/** A function without anything in it but what Lambda makes it speak; its path says what it is to do. */
final class SampleFunction {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRELUDE = "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"text/plain\"}}";

    private final String endpoint;

    private SampleFunction(String endpoint) {
        this.endpoint = endpoint;
    }

    public static void main(String[] arguments) throws IOException {
        SampleFunction function = new SampleFunction(System.getenv("AWS_LAMBDA_RUNTIME_API"));
        while (true) {
            function.serve();
        }
    }

    private URL url(String path) throws IOException {
        return URI.create("http://" + endpoint + "/2018-06-01/runtime/invocation/" + path)
                .toURL();
    }

    private void serve() throws IOException {
        HttpURLConnection poll = (HttpURLConnection) url("next").openConnection();
        String id = poll.getHeaderField("Lambda-Runtime-Aws-Request-Id");
        JsonNode event = JSON.readTree(poll.getInputStream());
        switch (event.path("path").asText()) {
            case "/die" -> Runtime.getRuntime().halt(1);
            case "/hold" -> {
                hold(event);
                respond(id, Long.toString(ProcessHandle.current().pid()));
            }
            case "/stream" -> stream(id, event);
            case "/pid" -> respond(id, Long.toString(ProcessHandle.current().pid()));
            default -> respond(id, event.toString());
        }
    }

    /** Asks the test, which answers when it likes. */
    private static void hold(JsonNode event) throws IOException {
        String gate = event.path("queryStringParameters").path("gate").asText();
        try (var answer = URI.create(gate).toURL().openStream()) {
            answer.readAllBytes();
        }
    }

    private void respond(String id, String body) throws IOException {
        HttpURLConnection post = (HttpURLConnection) url(id + "/response").openConnection();
        post.setRequestMethod("POST");
        post.setDoOutput(true);
        var answer = JSON.createObjectNode().put("statusCode", 200).put("body", body);
        answer.putObject("headers").put("Www-Authenticate", "Bearer");
        answer.putObject("multiValueHeaders").putArray("Set-Cookie").add("a=1").add("b=2");
        try (OutputStream out = post.getOutputStream()) {
            out.write(JSON.writeValueAsBytes(answer));
        }
        post.getResponseCode();
    }

    /** One piece, then whatever the test wants, then another. */
    private void stream(String id, JsonNode event) throws IOException {
        String[] address = endpoint.split(":", 2);
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /2018-06-01/runtime/invocation/" + id + "/response HTTP/1.1\r\nHost: lambda\r\n"
                            + "Lambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n"
                            + "Content-Type: application/vnd.awslambda.http-integration-response\r\n\r\n")
                    .getBytes(UTF_8));
            chunk(out, PRELUDE + "\0\0\0\0\0\0\0\0");
            chunk(out, "one ");
            hold(event);
            if (event.path("queryStringParameters").path("then").asText().equals("die")) {
                Runtime.getRuntime().halt(1);
            }
            chunk(out, "two");
            chunk(out, "");
            socket.getInputStream().read();
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(UTF_8));
        out.flush();
    }
}
