package dev.rechat.web.request;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;

/**
 * Where a request came from.
 *
 * @param address of the client, as {@link ClientAddress} sees it; empty when it is not known
 * @param userAgent what its program calls itself, at most 400 characters; empty when it does not say
 */
public record RequestOrigin(String address, String userAgent, String requestId) {

    private static final int MAX_USER_AGENT = 400;
    private static final RequestOrigin NONE = new RequestOrigin("", "", "none");

    public static RequestOrigin of(HttpRequest<?> request) {
        String agent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return new RequestOrigin(
                ClientAddress.of(request), shortened(agent == null ? "" : agent), RequestIds.of(request));
    }

    /** Of the request that this thread works for; nowhere when it works for none. */
    public static RequestOrigin current() {
        return ServerRequestContext.currentRequest().map(RequestOrigin::of).orElse(NONE);
    }

    private static String shortened(String agent) {
        String clean = agent.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= MAX_USER_AGENT ? clean : clean.substring(0, MAX_USER_AGENT);
    }
}
