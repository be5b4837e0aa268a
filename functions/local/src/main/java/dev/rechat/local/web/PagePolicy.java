package dev.rechat.local.web;

/** What the browser is to allow the app's pages: a page's own policy cannot say who may frame it, a header can. */
final class PagePolicy {

    /** The page in a hidden frame in which Mermaid draws: its pictures are full of inline styles. */
    private static final String DIAGRAM_PAGE = "diagram.html";

    /** Recording a question is for the app itself; nothing else of a device is for anybody. */
    static final String PERMISSIONS = "microphone=(self), camera=(), geolocation=()";

    private static final String APP = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "frame-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String DIAGRAM = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src data: blob:",
            "font-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'");

    private PagePolicy() {}

    static String contentSecurity(WebFile page) {
        return page.name().equals(DIAGRAM_PAGE) ? DIAGRAM : APP;
    }
}
