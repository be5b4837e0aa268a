package dev.rechat.web.download;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header by RFC 6266. Names may hold anything; only the encoded form (RFC 8187) reaches the header. */
public final class ContentDisposition {

    private ContentDisposition() {}

    /** To be saved under this name. */
    public static String attachment(String name) {
        return header("attachment", name);
    }

    /** To be shown in place; only for what cannot run there. */
    public static String inline(String name) {
        return header("inline", name);
    }

    private static String header(String type, String name) {
        return type + "; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
