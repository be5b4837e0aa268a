ALTER TABLE users
    ADD COLUMN email_verified_at DATETIME(3) NULL,
    -- set when the owner deletes the account; its data goes in batches, the account last
    ADD COLUMN deleting_at       DATETIME(3) NULL;

-- who wrote it last; NULL for the program itself
ALTER TABLE system_settings
    ADD COLUMN updated_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- Accounts from before were never asked; they are not locked out when verification is switched on.
UPDATE users SET email_verified_at = created_at;

-- One sign-in on one device: the chain of refresh tokens hangs on it.
CREATE TABLE sessions (
    id           CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id      CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address      VARCHAR(45)  NOT NULL,
    user_agent   VARCHAR(400) NOT NULL,
    created_at   DATETIME(3)  NOT NULL,
    last_seen_at DATETIME(3)  NOT NULL,
    ended_at     DATETIME(3)  NULL,
    PRIMARY KEY (id),
    KEY sessions_user (user_id, ended_at, last_seen_at),
    CONSTRAINT sessions_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO sessions (id, user_id, address, user_agent, created_at, last_seen_at, ended_at)
SELECT session_id, user_id, '', '', MIN(created_at), MAX(created_at), MAX(revoked_at)
FROM refresh_tokens GROUP BY session_id, user_id;

ALTER TABLE refresh_tokens
    ADD CONSTRAINT refresh_tokens_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE;

-- Browsers that somebody once signed in with: guessing from elsewhere does not slow these down.
CREATE TABLE known_devices (
    token_hash   CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id      CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at   DATETIME(3) NOT NULL,
    last_seen_at DATETIME(3) NOT NULL,
    PRIMARY KEY (token_hash),
    KEY known_devices_user (user_id),
    CONSTRAINT known_devices_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Attempts at something that is to be slow to guess. The subject is SHA-256 of who tries what: counting needs no names.
CREATE TABLE attempt_counters (
    subject       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts      INT         NOT NULL,
    last_at       DATETIME(3) NOT NULL,
    blocked_until DATETIME(3) NULL,
    PRIMARY KEY (subject),
    KEY attempt_counters_age (last_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Links that work once: password resets, confirmations of an address.
CREATE TABLE one_time_links (
    token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id    CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purpose    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- SHA-256 of what it was made for, such as the address: when that is another by now, the link is void
    bound_to   CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    used_at    DATETIME(3) NULL,
    PRIMARY KEY (token_hash),
    KEY one_time_links_user (user_id, purpose),
    CONSTRAINT one_time_links_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE second_factors (
    user_id       CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- key id and AES-256-GCM cipher text of the TOTP secret
    secret_sealed VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at    DATETIME(3)  NOT NULL,
    -- NULL until the first code was right: only then it is asked for
    confirmed_at  DATETIME(3)  NULL,
    -- the time step of the last code that was taken; no code works twice
    last_step     BIGINT       NULL,
    PRIMARY KEY (user_id),
    CONSTRAINT second_factors_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE recovery_codes (
    user_id   CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    used_at   DATETIME(3) NULL,
    PRIMARY KEY (user_id, code_hash),
    -- they go with the factor they stand in for
    CONSTRAINT recovery_codes_factor_fk FOREIGN KEY (user_id) REFERENCES second_factors (user_id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE api_keys (
    id           CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id      CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- what is visible of a key; finds the row
    identifier   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    secret_hash  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(100) NOT NULL,
    -- comma-separated
    scopes       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at   DATETIME(3)  NOT NULL,
    expires_at   DATETIME(3)  NULL,
    last_used_at DATETIME(3)  NULL,
    revoked_at   DATETIME(3)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY api_keys_identifier (identifier),
    KEY api_keys_user (user_id, id),
    CONSTRAINT api_keys_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was done to accounts and to the house, by whom. Rows are only ever added; they outlive the account they tell of.
CREATE TABLE audit_log (
    id          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at          DATETIME(3)  NOT NULL,
    -- NULL for somebody who is not signed in
    actor_id    CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    action      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    target_type VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    target_id   VARCHAR(100) NOT NULL,
    address     VARCHAR(45)  NOT NULL,
    user_agent  VARCHAR(400) NOT NULL,
    request_id  VARCHAR(64)  NOT NULL,
    -- JSON object; never a secret
    details     TEXT         NOT NULL,
    PRIMARY KEY (id),
    KEY audit_log_actor (actor_id, id),
    KEY audit_log_target (target_type, target_id, id),
    KEY audit_log_action (action, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Administrators are counted under a lock; accounts whose deletion was interrupted are looked for.
ALTER TABLE users
    ADD KEY users_role (role, id),
    ADD KEY users_deleting (deleting_at);

-- Exports walk through conversations in an order that use does not change.
ALTER TABLE conversations ADD KEY conversations_owner (user_id, id);
