package dev.rechat.lambda.gateway;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Makes a URI of what the gateway tells, and never fails: what a URI may not hold is percent-encoded. */
final class GatewayUri {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** RFC 3986, section 3.3: unreserved, sub-delims, and the rest that may stand in a path. */
    private static final String PATH_MARKS = "-._~!$&'()*+,;=:@/";

    private GatewayUri() {}

    /** @param path begins with exactly one slash; sequences that are encoded already stay */
    static URI of(String path, Map<String, List<String>> query) {
        StringBuilder uri = new StringBuilder(path.length() + 16);
        encodePath(path, uri);
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            for (String value : parameter.getValue()) {
                uri.append(separator)
                        .append(URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                separator = '&';
            }
        }
        return URI.create(uri.toString());
    }

    private static void encodePath(String path, StringBuilder into) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean allowed = c < 0x80 && (isAsciiLetterOrDigit(c) || PATH_MARKS.indexOf(c) >= 0);
            if (allowed || (c == '%' && isEncoded(bytes, i))) {
                into.append(c);
            } else {
                into.append('%').append(HEX.toHexDigits(bytes[i]));
            }
        }
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isEncoded(byte[] bytes, int percent) {
        return percent + 2 < bytes.length
                && HexFormat.isHexDigit(bytes[percent + 1])
                && HexFormat.isHexDigit(bytes[percent + 2]);
    }
}
