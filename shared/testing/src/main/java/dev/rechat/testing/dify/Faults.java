package dev.rechat.testing.dify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Scripts of what goes wrong at a real Dify, by name. */
public final class Faults {

    private static final String BUSY =
            "Too many requests. Please try again later. The current maximum concurrent requests allowed for %s is 1.";
    private static final int PIECE = 200;

    private Faults() {}

    /** The key was withdrawn: 401. */
    public static Script badKey() {
        return Script.refuse(Refusal.of(DifyError.unauthorized("Access token is invalid")));
    }

    /** The app's concurrency limit as documented. */
    public static Script tooManyRequests() {
        return error(429, "too_many_requests", BUSY.formatted(UUID.randomUUID()));
    }

    /** The same limit as servers really report it: the exception is a ValueError with an earlier handler. */
    public static Script tooManyRequestsAsInvalidParameter() {
        return error(400, "invalid_param", BUSY.formatted(UUID.randomUUID()));
    }

    /** An error in Dify's envelope before any stream. */
    public static Script error(int status, String code, String message) {
        return Script.refuse(Refusal.of(new DifyError(status, code, message)));
    }

    /** The proxy in front of Dify finds nobody: 502 with HTML. */
    public static Script badGateway() {
        return Script.refuse(
                502,
                "text/html",
                "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1>"
                        + "</center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n");
    }

    /** Dify breaks in a way it has no envelope for: 500 with HTML. */
    public static Script internalServerErrorPage() {
        return Script.refuse(
                500,
                "text/html; charset=utf-8",
                "<!doctype html>\n<html lang=en>\n<title>500 Internal Server Error</title>\n"
                        + "<h1>Internal Server Error</h1>\n");
    }

    /** The model fails after some text. */
    public static Script modelFailure() {
        return Script.answer("This answer ", "will not ")
                .modelError("completion_request_error", 400, "[models] Server Unavailable Error, overloaded");
    }

    /** An {@code error} event as it normally looks; the connection closes after it. */
    public static Script errorEvent(String code, int status, String message) {
        return Script.answer("This answer ")
                .event(
                        "error",
                        Json.object().put("code", code).put("status", status).put("message", message));
    }

    /** The error of a worker: no code, and the connection is held open in silence. */
    public static Script errorWithoutCode(String message) {
        return Script.empty().data(workerError(message)).silence();
    }

    /** Some text, then an error event with a code, and the connection is held open in silence. */
    public static Script errorThenOpen() {
        return errorEvent("completion_request_error", 400, "The model is overloaded.")
                .silence();
    }

    /** A line that is not JSON amid good ones. */
    public static Script malformedJson() {
        return Script.answer("before ")
                .data("{\"event\":\"message\",\"answer\":\"br")
                .text("after");
    }

    /** The connection breaks in the middle of an event. */
    public static Script cutMidEvent() {
        return Script.answer("This answer ")
                .bytes("data: {\"event\":\"message\",\"answer\":\"is cut".getBytes(StandardCharsets.UTF_8))
                .cut();
    }

    /** Some text, then nothing at all, not even heartbeats. */
    public static Script stall() {
        return Script.answer("This answer ").silence();
    }

    /** Every byte of the text is a chunk of its own, so no character arrives whole. */
    public static Script splitCharacters() {
        return Script.empty().splitText("价格是 5 €, so ").splitText("schön 😀.");
    }

    /** The answer claims to belong to a conversation nobody has asked for. */
    public static Script wrongConversation() {
        return Script.answer("I think you mean ", "somebody else.")
                .inConversation(UUID.randomUUID().toString());
    }

    /** Output moderation takes back what was shown. */
    public static Script moderated() {
        return Script.answer("Something ", "unspeakable.").replace("I cannot answer that.");
    }

    /** A long answer of that many characters. */
    public static Script longAnswer(int characters) {
        Script script = Script.empty();
        String piece = "lorem ipsum ".repeat(PIECE / 12 + 1);
        for (int left = characters; left > 0; left -= PIECE) {
            script = script.text(piece.substring(0, Math.min(left, PIECE)));
        }
        return script;
    }

    /** A graph with that many nodes on the way to its answer. */
    public static Script manyNodes(int nodes) {
        return Script.empty().nodes(nodes).text("Done with " + nodes + " nodes.");
    }

    /** Nothing, not even the status line, for a while. */
    public static Script slowFirstByte(Duration wait) {
        return Script.answer("Here ", "at last.").headAfter(wait);
    }

    static String workerError(String message) {
        return Json.compact(
                Json.object().put("event", "error").put("message", message).put("status", 500));
    }
}
