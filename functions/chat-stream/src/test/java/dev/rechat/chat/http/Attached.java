package dev.rechat.chat.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Messages with parts that are no text, as programs send them. */
final class Attached {

    /** The smallest that passes for one. */
    static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    private Attached() {}

    static Map<String, Object> message(String text, List<? extends Map<String, ?>> parts) {
        List<Map<String, ?>> all = new ArrayList<>();
        if (!text.isEmpty()) {
            all.add(Map.of("type", "text", "text", text));
        }
        all.addAll(parts);
        return Map.of("role", "user", "content", all);
    }

    static Map<String, Object> body(String text, List<? extends Map<String, ?>> parts) {
        return Map.of("messages", List.of(message(text, parts)));
    }

    /** A picture that differs from those with other words in it. */
    static Map<String, Object> picture(String words) {
        byte[] more = words.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[PNG.length + more.length];
        System.arraycopy(PNG, 0, all, 0, PNG.length);
        System.arraycopy(more, 0, all, PNG.length, more.length);
        return image("data:image/png;base64," + base64(all));
    }

    static Map<String, Object> image(String url) {
        return Map.of("type", "image_url", "image_url", Map.of("url", url, "detail", "auto"));
    }

    static Map<String, Object> file(Map<String, String> members) {
        return Map.of("type", "file", "file", members);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }
}
