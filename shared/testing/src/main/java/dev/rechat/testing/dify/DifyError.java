package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An answer in Dify's error envelope. */
final class DifyError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    DifyError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static DifyError invalidParameter(String message) {
        return new DifyError(400, "invalid_param", message);
    }

    static DifyError unauthorized(String message) {
        return new DifyError(401, "unauthorized", message);
    }

    /** The framework appends what routes there are, which a client must not stumble over. */
    static DifyError notFound(String message, String path) {
        return new DifyError(
                404,
                "not_found",
                message + " You have requested this URI [" + path + "] but did you mean " + path + " or " + path
                        + "/<uuid:id> ?");
    }

    static DifyError missingField(String payload, String field) {
        return invalidParameter("1 validation error for " + payload + "\n" + field
                + "\n  Field required [type=missing, input_value={}, input_type=dict]\n"
                + "    For further information visit https://errors.pydantic.dev/2.12/v/missing");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    Map<String, String> headers() {
        return status == 401
                ? Map.of("Content-Type", "application/json", "WWW-Authenticate", "Bearer realm=\"api\"")
                : Map.of("Content-Type", "application/json");
    }

    ObjectNode toJson() {
        return Json.object().put("code", code).put("message", text()).put("status", status);
    }
}
