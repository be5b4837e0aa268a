package dev.rechat.accounts.audit;

import java.util.Locale;

/** What is written down. A name is never changed or reused: rows outlive programs. */
public enum AuditAction {
    ACCOUNT_REGISTERED,
    ACCOUNT_CHANGED,
    ACCOUNT_DELETED,
    ACCOUNT_EXPORTED,
    ACCOUNT_ROLE_CHANGED,
    ACCOUNT_ACTIVATED,
    ACCOUNT_DEACTIVATED,
    EMAIL_VERIFIED,
    EMAIL_VERIFICATION_SENT,
    MAIL_FAILED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_REQUESTED,
    PASSWORD_RESET_LINK_MADE,
    PASSWORD_RESET,
    SESSION_BEGUN,
    SESSION_REFUSED,
    SESSION_ENDED,
    SESSIONS_ENDED,
    REFRESH_TOKEN_REUSED,
    SECOND_FACTOR_ENROLLED,
    SECOND_FACTOR_REMOVED,
    RECOVERY_CODES_MADE,
    RECOVERY_CODE_USED,
    API_KEY_MADE,
    API_KEY_REVOKED,
    SHARE_MADE,
    SHARE_REVOKED,
    SETTING_CHANGED,
    DIFY_DELETIONS_RETRIED;

    /** The stored form, lower snake case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
