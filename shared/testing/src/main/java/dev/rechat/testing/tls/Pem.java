package dev.rechat.testing.tls;

import java.util.Base64;

/** Bytes as RFC 7468 writes them. */
final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static String of(String label, byte[] content) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, LINES.encodeToString(content), label)
                .replace("\r", "");
    }
}
