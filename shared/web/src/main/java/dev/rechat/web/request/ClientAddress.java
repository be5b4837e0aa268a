package dev.rechat.web.request;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the address of the client. {@code X-Forwarded-For} is believed as far as there are proxies of ours: each adds the
 * address it was called from at the end, and everything before those is what the client wrote itself.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ClientAddress implements Ordered {

    static final String PROPERTY = "rechat.http.trusted-proxies";

    private static final String FORWARDED = "X-Forwarded-For";
    private static final String ATTRIBUTE = "dev.rechat.client_address";

    /** An address as proxies write it: some add the port, which is another one with each connection. */
    private static final Pattern HOP =
            Pattern.compile("\\[([0-9a-fA-F:.]+)](?::\\d+)?|([0-9.]+):\\d+|([0-9a-fA-F:.]+)");

    private final int trustedProxies;

    ClientAddress(@Value("${" + PROPERTY + ":0}") int trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /** Textual IP address; empty when it is not known. */
    static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse("");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @RequestFilter
    void find(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, address(request));
    }

    private String address(HttpRequest<?> request) {
        if (trustedProxies > 0) {
            List<String> hops = request.getHeaders().getAll(FORWARDED).stream()
                    .flatMap(line -> List.of(line.split(",")).stream())
                    .map(String::strip)
                    .toList();
            if (hops.size() >= trustedProxies) {
                return parsed(hops.get(hops.size() - trustedProxies));
            }
        }
        InetAddress peer = request.getRemoteAddress().getAddress();
        return peer == null ? "" : text(peer);
    }

    /** Empty for what is no address: nothing else is kept, logged or counted. */
    private static String parsed(String hop) {
        Matcher parts = HOP.matcher(hop);
        if (!parts.matches()) {
            return "";
        }
        String literal = Stream.of(parts.group(1), parts.group(2), parts.group(3))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        try {
            return text(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    /** One form for one address, without the name of an interface of ours. */
    private static String text(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*$", "");
    }
}
