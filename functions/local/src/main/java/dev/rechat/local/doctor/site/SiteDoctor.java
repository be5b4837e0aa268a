package dev.rechat.local.doctor.site;

import dev.rechat.conversations.probe.BaseUrl;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.local.doctor.http.Page;
import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.http.TlsLook;
import dev.rechat.local.doctor.http.UploadLook;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.timing.Lengths;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a ReChat answers at its public address as it does at home: nothing cached, nothing held back, nothing in the clear. */
public final class SiteDoctor {

    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]{1,40})\"");
    private static final int HTTPS = 443;
    private static final int UNAVAILABLE = 503;

    private final PlainHttp http;
    private final Clock clock;
    private final int maxFileBytes;
    private final String ownVersion;

    /**
     * @param maxFileBytes the largest file that people may send
     * @param ownVersion of this doctor, to compare with
     */
    public SiteDoctor(PlainHttp http, Clock clock, int maxFileBytes, String ownVersion) {
        this.http = http;
        this.maxFileBytes = maxFileBytes;
        this.clock = clock;
        this.ownVersion = ownVersion;
    }

    public void look(SiteSubject subject, Sheet sheet) {
        BaseUrl base;
        try {
            base = BaseUrl.parse(subject.url());
        } catch (ValidationException wrong) {
            sheet.problem("url", Code.URL_INVALID, "the address is no URL", "such as https://chat.example.org");
            return;
        }
        try {
            if (reaches(base, sheet) && health(base, sheet)) {
                new SiteHeaders(http, sheet).look(base);
                new UploadLook(http, sheet).look(URI.create(base + "/api/v1/chat/files"), maxFileBytes);
                new SiteStream(http, sheet).look(base, subject);
            }
        } catch (IOException failed) {
            sheet.problem(
                    "connection",
                    Code.NO_ANSWER,
                    "no answer comes: " + failed.getClass().getSimpleName(),
                    "is ReChat running, and does the name lead to it?");
        }
    }

    private boolean reaches(BaseUrl base, Sheet sheet) {
        URI address = base.value();
        String host = address.getHost().replaceAll("^\\[|]$", "");
        InetAddress where;
        try {
            where = InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            sheet.problem("name", Code.NAME_UNKNOWN, "the name " + host + " is not known here", "add it to DNS");
            return false;
        }
        if ("https".equals(address.getScheme())) {
            int port = address.getPort() > 0 ? address.getPort() : HTTPS;
            return new TlsLook(clock).look(host, where, port, sheet);
        }
        if (!where.isLoopbackAddress()) {
            sheet.problem(
                    "tls",
                    Code.PLAIN_HTTP,
                    "passwords and conversations pass in the clear, and browsers do not send secure cookies back",
                    "put a proxy with a certificate in front, and give its https:// address");
        }
        return true;
    }

    private boolean health(BaseUrl base, Sheet sheet) throws IOException {
        Page page = http.get(URI.create(base + "/health"));
        Matcher version = VERSION.matcher(page.body());
        if (page.isRedirect()) {
            sheet.problem(
                    "health", Code.REDIRECTED, "the address leads on to another", "give the address that it leads to");
            return false;
        }
        if (page.status() == UNAVAILABLE && page.body().contains("unhealthy")) {
            sheet.problem(
                    "health",
                    Code.SITE_UNHEALTHY,
                    "ReChat runs, and its database is away",
                    "look at the database: ./rechat doctor with the DATASOURCES variables of the functions");
            return false;
        }
        if (!page.isJson() || !version.find()) {
            sheet.problem(
                    "health",
                    Code.API_MISSING,
                    "/health answers %d, and not as ReChat does".formatted(page.status()),
                    "let the proxy pass /health, /api/* and /v1/* to ReChat");
            return false;
        }
        String told = "version %s, answers in %s".formatted(version.group(1), Lengths.of(page.took()));
        if (version.group(1).equals(ownVersion)) {
            sheet.ok("health", told);
        } else {
            sheet.note("health", Code.SITE_VERSION, told + "; this doctor is of " + ownVersion, null);
        }
        return true;
    }
}
