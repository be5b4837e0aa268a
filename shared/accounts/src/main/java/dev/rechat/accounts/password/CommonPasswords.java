package dev.rechat.accounts.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The passwords that are guessed first: 26,611 of ten characters and more, in lower case and sorted, as one block of ASCII
 * that is read when first asked and searched by halves. A set of strings would take ten times the memory.
 */
final class CommonPasswords {

    private static final String RESOURCE = "common-passwords.txt";

    private CommonPasswords() {}

    /** @param normalised in NFKC and lower case */
    static boolean contain(String normalised) {
        byte[] wanted = normalised.getBytes(StandardCharsets.UTF_8);
        byte[] lines = Loaded.LINES;
        int from = 0;
        int to = lines.length;
        while (from < to) {
            int start = startOfLine(lines, (from + to) >>> 1);
            int end = endOfLine(lines, start);
            int order = Arrays.compareUnsigned(lines, start, end, wanted, 0, wanted.length);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = end + 1;
            } else {
                to = start;
            }
        }
        return false;
    }

    private static int startOfLine(byte[] lines, int position) {
        int start = position;
        while (start > 0 && lines[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static int endOfLine(byte[] lines, int start) {
        int end = start;
        while (lines[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Initialised when first used. */
    private static final class Loaded {

        static final byte[] LINES = read();

        private static byte[] read() {
            try (InputStream resource = CommonPasswords.class.getResourceAsStream(RESOURCE)) {
                if (resource == null) {
                    throw new IllegalStateException(RESOURCE + " is missing");
                }
                return resource.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
