package dev.rechat.kernel.error;

/**
 * The stable error codes of the API, each with the HTTP status it is told with. Clients translate and branch on the
 * code; a code is never renamed or reused. Listed with their meaning in {@code docs/api.md}.
 */
public enum ErrorCode {
    VALIDATION_FAILED("validation_failed", 400),
    MALFORMED_JSON("malformed_json", 400),
    BAD_REQUEST("bad_request", 400),
    INVALID_LINK("invalid_link", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    INVALID_CREDENTIALS("invalid_credentials", 401),
    TOTP_REQUIRED("totp_required", 401),
    INVALID_TOTP("invalid_totp", 401),
    INVALID_REFRESH_TOKEN("invalid_refresh_token", 401),
    FORBIDDEN("forbidden", 403),
    ACCOUNT_DISABLED("account_disabled", 403),
    ACCOUNT_PENDING("account_pending", 403),
    EMAIL_UNVERIFIED("email_unverified", 403),
    TOTP_ENROLLMENT_REQUIRED("totp_enrollment_required", 403),
    WRONG_PASSWORD("wrong_password", 403),
    REGISTRATION_CLOSED("registration_closed", 403),
    EMAIL_DOMAIN_REFUSED("email_domain_refused", 403),
    SHARING_OFF("sharing_off", 403),
    NOT_ADMINISTRATOR("not_administrator", 403),
    PERSON_UNKNOWN("person_unknown", 403),
    PERSON_PROTECTED("person_protected", 403),
    NOT_FOUND("not_found", 404),
    METHOD_NOT_ALLOWED("method_not_allowed", 405),
    NOT_ACCEPTABLE("not_acceptable", 406),
    CONFLICT("conflict", 409),
    EMAIL_TAKEN("email_taken", 409),
    SLUG_TAKEN("slug_taken", 409),
    FOLDER_EXISTS("folder_exists", 409),
    GROUP_EXISTS("group_exists", 409),
    LAST_ADMINISTRATOR("last_administrator", 409),
    MAIL_NOT_CONFIGURED("mail_not_configured", 409),
    TURN_RUNNING("turn_running", 409),
    TURN_CONFLICT("turn_conflict", 409),
    FORM_CLOSED("form_closed", 409),
    APP_UNAVAILABLE("app_unavailable", 409),
    PAYLOAD_TOO_LARGE("payload_too_large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported_media_type", 415),
    TOO_MANY_ATTEMPTS("too_many_attempts", 429),
    RATE_LIMITED("rate_limited", 429),
    BUDGET_EXHAUSTED("budget_exhausted", 429),
    INTERNAL_ERROR("internal_error", 500),
    DIFY_UNAUTHORIZED("dify_unauthorized", 502),
    DIFY_REJECTED("dify_rejected", 502),
    DIFY_PROTOCOL_ERROR("dify_protocol_error", 502),
    DIFY_UNAVAILABLE("dify_unavailable", 503),
    TURN_INTERRUPTED("turn_interrupted", 503),
    DATABASE_UNAVAILABLE("database_unavailable", 503),
    RUNLOG_UNAVAILABLE("runlog_unavailable", 503),
    DIFY_TIMEOUT("dify_timeout", 504);

    private final String code;
    private final int status;

    ErrorCode(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The code of that wire form; {@link #INTERNAL_ERROR} for one that no version of this program has known. */
    public static ErrorCode of(String code) {
        for (ErrorCode each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        return INTERNAL_ERROR;
    }

    /** The wire form, lower snake case. */
    public String code() {
        return code;
    }

    /** The HTTP status it is told with. */
    public int status() {
        return status;
    }
}
