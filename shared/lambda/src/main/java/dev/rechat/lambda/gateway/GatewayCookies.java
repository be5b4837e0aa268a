package dev.rechat.lambda.gateway;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.simple.cookies.SimpleCookie;
import io.micronaut.http.simple.cookies.SimpleCookies;

/**
 * The cookies of a request (RFC 6265, 5.4): pairs, with semicolons between them, in as many headers as came. The framework's own
 * reader of them is Netty's where its service is found; in a native executable it is the JDK's, which reads them as if a server
 * had sent one: the first is a cookie, and all others are its attributes.
 */
final class GatewayCookies {

    private GatewayCookies() {}

    /** Of two with one name the first counts: it belongs to the longer path. */
    static Cookies of(HttpHeaders headers, ConversionService conversionService) {
        SimpleCookies cookies = new SimpleCookies(conversionService);
        for (String header : headers.getAll(HttpHeaders.COOKIE)) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? "" : pair.substring(0, equals).strip();
                if (!name.isEmpty() && cookies.findCookie(name).isEmpty()) {
                    cookies.put(
                            name,
                            new SimpleCookie(
                                    name, unquoted(pair.substring(equals + 1).strip())));
                }
            }
        }
        return cookies;
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
