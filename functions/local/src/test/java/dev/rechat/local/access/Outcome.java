package dev.rechat.local.access;

import java.net.http.HttpResponse;
import java.util.Set;

/** What an answer says about access. */
final class Outcome {

    /** Refusals of what a request brought, by a route that its sender may use. */
    private static final Set<String> OF_THE_REQUEST = Set.of(
            "invalid_credentials",
            "totp_required",
            "invalid_totp",
            "invalid_refresh_token",
            "wrong_password",
            "registration_closed",
            "email_domain_refused");

    private Outcome() {}

    /** {@code ok}, or the status that kept the request from its object. */
    static String of(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String code = status < 400 ? "" : code(answer);
        boolean reached = status < 400
                || OF_THE_REQUEST.contains(code)
                || status == 400
                || status == 409
                || status == 413
                || status == 415
                || status == 422
                // asked, and it did not want to
                || code.startsWith("dify_")
                || status == 429;
        return reached ? "ok" : String.valueOf(status);
    }

    static String code(HttpResponse<String> answer) {
        return AccessHouse.json(answer.body()).path("code").asText();
    }
}
