package dev.rechat.web.request;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the address of the client. {@code X-Forwarded-For} is believed as far as there are proxies of ours: each adds the
 * address it was called from at the end, and everything before those is what the client wrote itself.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ClientAddress implements Ordered {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final String ATTRIBUTE = "dev.rechat.client_address";

    /** What a literal address is made of; nothing else is kept, logged or counted. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final int trustedProxies;

    ClientAddress(@Value("${rechat.http.trusted-proxies:0}") int trustedProxies) {
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
                String hop = hops.get(hops.size() - trustedProxies);
                return LITERAL.matcher(hop).matches() ? hop : "";
            }
        }
        InetAddress peer = request.getRemoteAddress().getAddress();
        return peer == null ? "" : peer.getHostAddress().replaceFirst("%.*$", "");
    }
}
