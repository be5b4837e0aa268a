package dev.rechat.local.doctor.dify;

import dev.rechat.conversations.probe.BaseUrl;
import dev.rechat.local.doctor.http.Page;
import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.timing.Lengths;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a base URL for its root, without a key: Dify says there what it is, and everybody else gives themselves away. */
final class WhoAnswers {

    private static final String CHECK = "service-api";
    private static final Pattern SERVER_VERSION = Pattern.compile("\"server_version\"\\s*:\\s*\"([^\"]{1,40})\"");
    /** What every error of Dify's has. */
    private static final Pattern ENVELOPE = Pattern.compile("\"code\"\\s*:\\s*\"[a-z_]+\"");

    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private final PlainHttp http;
    private final Sheet sheet;

    WhoAnswers(PlainHttp http, Sheet sheet) {
        this.http = http;
        this.sheet = sheet;
    }

    /** Whether it may be Dify, so that asking on with a key is of use. */
    boolean isDify(BaseUrl base) {
        Page page;
        try {
            page = http.get(root(base, ""));
        } catch (IOException failed) {
            sheet.problem(
                    CHECK,
                    Code.NO_ANSWER,
                    "a connection is made, and no answer comes",
                    "look at the log of Dify's nginx and api; is it HTTP that is spoken at this port?");
            return false;
        }
        if (introducesItself(page)) {
            version(page);
            return true;
        }
        Optional<BaseUrl> better = better(base);
        if (better.isPresent()) {
            sheet.problem(
                    CHECK,
                    Code.URL_WITHOUT_V1,
                    "the Service API is not at " + base + ", but at " + better.get(),
                    "use " + better.get());
            return false;
        }
        if (complainsLikeDify(page)) {
            version(page);
            return true;
        }
        tell(page);
        return false;
    }

    /** The same with /v1 behind it, where that is Dify. */
    private Optional<BaseUrl> better(BaseUrl base) {
        if (base.value().getRawPath().endsWith("/v1")) {
            return Optional.empty();
        }
        try {
            return introducesItself(http.get(root(base, "/v1")))
                    ? Optional.of(BaseUrl.parse(base + "/v1"))
                    : Optional.empty();
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    private static URI root(BaseUrl base, String path) {
        return URI.create(base + path + "/");
    }

    private static boolean introducesItself(Page page) {
        return page.isJson()
                && (SERVER_VERSION.matcher(page.body()).find() || page.body().contains("Dify OpenAPI"));
    }

    /** In the form of its errors: something between may keep its root to itself. */
    private static boolean complainsLikeDify(Page page) {
        return page.type().equals("application/json")
                && ENVELOPE.matcher(page.body()).find()
                && page.body().contains("\"status\"");
    }

    private void version(Page page) {
        String took = ", answers in " + Lengths.of(page.took());
        Matcher told = SERVER_VERSION.matcher(page.body());
        String version = told.find() ? told.group(1) : page.header("X-Version");
        Optional<DifyVersion> known = DifyVersion.of(version);
        if (known.isEmpty()) {
            sheet.note(CHECK, Code.VERSION_UNKNOWN, "a Dify that does not tell its version" + took, null);
            return;
        }
        String text = "Dify " + version + ", " + known.get().engine() + took;
        if (known.get().isOlderThanKnown()) {
            sheet.warning(
                    CHECK,
                    Code.VERSION_OLD,
                    text,
                    "ReChat is made for Dify 1.9 and later; upgrade before you rely on it");
        } else if (known.get().isNewerThanKnown()) {
            sheet.note(
                    CHECK,
                    Code.VERSION_NEW,
                    text + "; newer than what ReChat was made for (up to 1.16)",
                    "unknown events are passed over; look at an answer of each kind of app once");
        } else {
            sheet.ok(CHECK, text);
        }
    }

    private void tell(Page page) {
        String server = page.header("Server").toLowerCase(Locale.ROOT);
        boolean cloudflare =
                server.contains("cloudflare") || !page.header("CF-RAY").isEmpty();
        String proxy = cloudflare ? "Cloudflare" : server.isEmpty() ? "a proxy" : server;
        if (page.isRedirect()) {
            sheet.problem(
                    CHECK,
                    Code.REDIRECTED,
                    "the base URL leads on to " + origin(page.header("Location")),
                    "give the address that it leads to; redirects are not followed, they would carry the key elsewhere");
        } else if (page.status() >= BAD_GATEWAY && page.status() <= GATEWAY_TIMEOUT) {
            sheet.problem(
                    CHECK,
                    Code.PROXY_ERROR,
                    "%s answers %d: it does not reach Dify's api".formatted(proxy, page.status()),
                    "start Dify's api container, and look whether it is still starting (its log; minutes after an upgrade)");
        } else if (page.type().equals("application/problem+json") || page.body().contains("ReChat")) {
            sheet.problem(
                    CHECK,
                    Code.ANSWERS_RECHAT,
                    "that is a ReChat, not a Dify",
                    "give the base URL of Dify's Service API");
        } else if (page.isHtml() && (page.body().contains("Dify") || page.body().contains("/_next/"))) {
            sheet.problem(
                    CHECK,
                    Code.ANSWERS_CONSOLE,
                    "Dify's console or web app answers, not its Service API",
                    "give the base URL that Dify shows under the app's API access; it ends in /v1 (port 3000 is the console)");
        } else if (cloudflare || page.isHtml()) {
            sheet.problem(
                    CHECK,
                    Code.ANSWERS_PROXY,
                    "a page of %s answers %d, not Dify".formatted(proxy, page.status()),
                    cloudflare
                            ? "let Cloudflare pass /v1 without a challenge or an access page, or go past it"
                            : "let the proxy pass /v1 to Dify's api, port 5001");
        } else {
            sheet.problem(
                    CHECK,
                    Code.NOT_SERVICE_API,
                    "what answers (%d, %s) is not a Dify Service API"
                            .formatted(page.status(), page.type().isEmpty() ? "no type" : page.type()),
                    "give the base URL that Dify shows under the app's API access");
        }
    }

    /** Without path and query, which may carry something. */
    private static String origin(String location) {
        Matcher origin = Pattern.compile("^https?://[^/?#]+").matcher(location);
        return origin.find() ? origin.group() : "another path";
    }
}
