package dev.rechat.benchmarks.cold;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The least that a function can be: it polls and answers, and has nothing beside. What it costs, the platform costs. */
public final class HelloFunction {

    private static final String API = "/2018-06-01/runtime/invocation/";
    private static final String ANSWER = "{\"statusCode\":200,\"headers\":{},\"body\":\"hello\"}";
    private static final String ID = "lambda-runtime-aws-request-id: ";
    private static final String LENGTH = "content-length: ";

    private HelloFunction() {}

    public static void main(String[] arguments) throws IOException {
        String[] authority = System.getenv("AWS_LAMBDA_RUNTIME_API").split(":", 2);
        try (Socket socket = new Socket(authority[0], Integer.parseInt(authority[1]))) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                send(socket.getOutputStream(), "GET " + API + "next HTTP/1.1\r\nHost: lambda\r\n\r\n");
                String id = answer(in);
                send(
                        socket.getOutputStream(),
                        "POST " + API + id + "/response HTTP/1.1\r\nHost: lambda\r\nContent-Length: " + ANSWER.length()
                                + "\r\n\r\n" + ANSWER);
                answer(in);
            }
        } catch (EOFException ended) {
            System.exit(0);
        }
    }

    private static void send(OutputStream out, String request) throws IOException {
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads a whole answer. @return the id of the invocation, empty when it names none */
    private static String answer(DataInputStream in) throws IOException {
        String id = "";
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(ID)) {
                id = line.substring(ID.length());
            } else if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()));
            }
        }
        in.skipNBytes(length);
        return id;
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
