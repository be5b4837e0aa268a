package dev.rechat.turns.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One event of a log in the form of server-sent events: {@code id: N}, {@code event: NAME}, {@code data:} one line of JSON,
 * an empty line.
 *
 * @param id its number within the turn
 * @param data JSON
 */
public record Frame(int id, String name, String data) {

    private static final String ID = "id: ";
    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";

    /** @param data one line of JSON in UTF-8 */
    public static byte[] write(int id, String name, byte[] data) {
        byte[] head = (ID + id + "\n" + EVENT + name + "\n" + DATA).getBytes(UTF_8);
        byte[] frame = Arrays.copyOf(head, head.length + data.length + 2);
        System.arraycopy(data, 0, frame, head.length, data.length);
        frame[frame.length - 2] = '\n';
        frame[frame.length - 1] = '\n';
        return frame;
    }

    public static Frame of(byte[] bytes) {
        String[] lines = new String(bytes, UTF_8).split("\n", 4);
        if (lines.length < 3 || !lines[0].startsWith(ID) || !lines[1].startsWith(EVENT) || !lines[2].startsWith(DATA)) {
            throw new IllegalArgumentException("not a numbered frame");
        }
        return new Frame(
                Integer.parseInt(lines[0].substring(ID.length())),
                lines[1].substring(EVENT.length()),
                lines[2].substring(DATA.length()));
    }

    /** The number alone, of a frame that is only passed on. */
    public static int number(byte[] bytes) {
        int number = 0;
        for (int i = ID.length(); i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        if (number == 0) {
            throw new IllegalArgumentException("not a numbered frame");
        }
        return number;
    }

    /** Whether nothing comes after it. */
    public boolean terminal() {
        return name.equals("done") || name.equals("error");
    }

    /** Frames that stand one after the other. An empty line ends each, and none holds one: JSON has no bare line ends. */
    public static List<byte[]> split(byte[] frames) {
        List<byte[]> single = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < frames.length; i++) {
            if (frames[i] == '\n' && frames[i - 1] == '\n') {
                byte[] frame = new byte[i + 1 - start];
                System.arraycopy(frames, start, frame, 0, frame.length);
                single.add(frame);
                start = i + 1;
                i++;
            }
        }
        if (start != frames.length) {
            throw new IllegalArgumentException("the last frame is not whole");
        }
        return single;
    }
}
