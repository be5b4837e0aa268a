-- Ids are UUIDv7 in their text form: readable on every console (MariaDB has no UUID_TO_BIN), and in order of time.
-- Only what we write ourselves (ids, hashes, our own words) is ascii: comparing such a column with other characters is
-- an error, not a mismatch, so whatever comes from outside is utf8mb4.
CREATE TABLE users (
    id            CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    email         VARCHAR(254) NOT NULL,
    password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    display_name  VARCHAR(100) NOT NULL,
    role          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    active        BOOLEAN      NOT NULL,
    language      VARCHAR(16)  NOT NULL,
    created_at    DATETIME(3)  NOT NULL,
    updated_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY users_email (email)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE refresh_tokens (
    id         CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    session_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id    CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    rotated_at DATETIME(3) NULL,
    revoked_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY refresh_tokens_hash (token_hash),
    KEY refresh_tokens_session (session_id),
    KEY refresh_tokens_user (user_id),
    CONSTRAINT refresh_tokens_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE system_settings (
    setting_key   VARCHAR(100) NOT NULL,
    setting_value TEXT         NOT NULL,
    updated_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (setting_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
