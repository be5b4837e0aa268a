package dev.rechat.local.doctor.site;

import dev.rechat.conversations.probe.BaseUrl;
import dev.rechat.local.doctor.http.Page;
import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** What protects people's browsers, and whether a proxy took it away. */
final class SiteHeaders {

    private final PlainHttp http;
    private final Sheet sheet;

    SiteHeaders(PlainHttp http, Sheet sheet) {
        this.http = http;
        this.sheet = sheet;
    }

    void look(BaseUrl base) throws IOException {
        boolean encrypted = "https".equals(base.value().getScheme());
        api(base);
        page(base, encrypted);
        if (encrypted) {
            cookies(base);
            if (base.value().getPort() <= 0) { // nobody types another port without https://
                plain(URI.create("http://" + base.value().getHost() + "/"));
            }
        }
    }

    private void api(BaseUrl base) throws IOException {
        Page page = http.get(URI.create(base + "/api/v1/auth/options"));
        if (!page.isJson() || page.status() != 200) {
            sheet.problem(
                    "api",
                    Code.API_MISSING,
                    "/api/v1/auth/options answers %d, and not as ReChat does".formatted(page.status()),
                    "let the proxy pass /api/* to ReChat, with its path as it is");
            return;
        }
        boolean kept = !page.header("Cache-Control").contains("no-store")
                || page.header("X-Cache").startsWith("Hit")
                || !page.header("Age").isEmpty();
        if (kept) {
            sheet.problem(
                    "api",
                    Code.ANSWERS_CACHED,
                    "answers of the API are kept by something in front of it",
                    "no caching for /api/* and /v1/* (CloudFront: the policy CachingDisabled)");
        } else {
            sheet.ok("api", "answers, and nothing keeps what it says");
        }
    }

    private void page(BaseUrl base, boolean encrypted) throws IOException {
        Page page = http.get(URI.create(base + "/"));
        if (!page.isHtml() || page.status() != 200) {
            sheet.warning(
                    "web-app",
                    Code.WEB_APP_MISSING,
                    "/ answers %d, and is no page".formatted(page.status()),
                    "serve the web app there, or build it first (./rechat run does)");
            return;
        }
        List<String> missing = new ArrayList<>();
        if (!page.header("Content-Security-Policy").contains("frame-ancestors")) {
            missing.add("Content-Security-Policy");
        }
        if (!page.header("X-Content-Type-Options").equals("nosniff")) {
            missing.add("X-Content-Type-Options");
        }
        if (page.header("Referrer-Policy").isEmpty()) {
            missing.add("Referrer-Policy");
        }
        if (encrypted && page.header("Strict-Transport-Security").isEmpty()) {
            missing.add("Strict-Transport-Security");
        }
        if (missing.isEmpty()) {
            sheet.ok("web-app", "comes with its security headers");
        } else {
            sheet.warning(
                    "web-app",
                    Code.HEADERS_MISSING,
                    "comes without " + String.join(", ", missing),
                    "let the proxy pass ReChat's headers on, and add Strict-Transport-Security: max-age=31536000 where TLS ends");
        }
    }

    /** Signing out without being signed in removes the cookie, and shows how it is made. */
    private void cookies(BaseUrl base) throws IOException {
        Page page = http.send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/auth/logout")).POST(BodyPublishers.noBody()));
        String cookie = page.header("Set-Cookie");
        if (!cookie.isEmpty() && !(cookie.contains("; Secure") && cookie.contains("; HttpOnly"))) {
            sheet.problem(
                    "cookies",
                    Code.COOKIES_INSECURE,
                    "the refresh cookie may be sent without TLS",
                    "take RECHAT_COOKIES_SECURE=false away, and the proxy's hands off cookies");
        } else if (!cookie.isEmpty()) {
            sheet.ok("cookies", "secure, and out of reach of scripts");
        }
    }

    void plain(URI address) {
        try {
            Page page = http.get(address);
            if (page.isRedirect() && page.header("Location").startsWith("https://")) {
                sheet.ok("http", "leads on to HTTPS");
            } else {
                sheet.warning(
                        "http",
                        Code.HTTP_NOT_REDIRECTED,
                        "port 80 answers %d without leading on to HTTPS".formatted(page.status()),
                        "answer there with 301 to https:// and nothing else");
            }
        } catch (IOException closed) {
            sheet.ok("http", "nobody listens at port 80");
        }
    }
}
