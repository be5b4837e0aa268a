-- Groups of people, and which apps are shown to some of them only.
CREATE TABLE user_groups (
    id          CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name        VARCHAR(100)  NOT NULL,
    description VARCHAR(1000) NOT NULL,
    created_at  DATETIME(3)   NOT NULL,
    updated_at  DATETIME(3)   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY user_groups_name (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE group_members (
    group_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id  CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    added_at DATETIME(3) NOT NULL,
    PRIMARY KEY (group_id, user_id),
    KEY group_members_user (user_id, group_id),
    CONSTRAINT group_members_group_fk FOREIGN KEY (group_id) REFERENCES user_groups (id) ON DELETE CASCADE,
    CONSTRAINT group_members_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE dify_apps
    -- ALL, or GROUPS: those of app_groups
    ADD COLUMN visible_to       VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ALL',
    -- the other key while keys are changed; sealed as the first one
    ADD COLUMN spare_key_sealed VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- what people are shown beside the answer; apps from before keep showing everything
    ADD COLUMN show_thoughts    BOOLEAN       NOT NULL DEFAULT TRUE,
    ADD COLUMN show_nodes       VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'FULL',
    ADD COLUMN show_citations   BOOLEAN       NOT NULL DEFAULT TRUE;

CREATE TABLE app_groups (
    app_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    group_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (app_id, group_id),
    KEY app_groups_group (group_id),
    CONSTRAINT app_groups_app_fk FOREIGN KEY (app_id) REFERENCES dify_apps (id) ON DELETE CASCADE,
    CONSTRAINT app_groups_group_fk FOREIGN KEY (group_id) REFERENCES user_groups (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What each turn that has ended has cost. Conversations and accounts go, what was spent stays: no foreign keys, no words.
CREATE TABLE turn_usage (
    turn_id           CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id           CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id            CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- the day of the house on which it began
    day               DATE           NOT NULL,
    status            VARCHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    error_code        VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- NULL where Dify did not tell
    prompt_tokens     BIGINT         NULL,
    completion_tokens BIGINT         NULL,
    total_tokens      BIGINT         NULL,
    price             DECIMAL(20,10) NULL,
    currency          VARCHAR(16)    NOT NULL DEFAULT '',
    first_token_ms    BIGINT         NULL,
    latency_ms        BIGINT         NULL,
    created_at        DATETIME(3)    NOT NULL,
    finished_at       DATETIME(3)    NOT NULL,
    PRIMARY KEY (turn_id),
    KEY turn_usage_day (day, turn_id),
    KEY turn_usage_app (app_id, day, turn_id),
    KEY turn_usage_user (user_id, day, turn_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Sums of turn_usage, written in the same transactions. They stay when the turns' own rows go.
CREATE TABLE usage_daily (
    day               DATE           NOT NULL,
    app_id            CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id           CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    currency          VARCHAR(16)    NOT NULL,
    turns             BIGINT         NOT NULL,
    completed         BIGINT         NOT NULL,
    stopped           BIGINT         NOT NULL,
    failed            BIGINT         NOT NULL,
    interrupted       BIGINT         NOT NULL,
    paused            BIGINT         NOT NULL,
    prompt_tokens     BIGINT         NOT NULL,
    completion_tokens BIGINT         NOT NULL,
    total_tokens      BIGINT         NOT NULL,
    price             DECIMAL(24,10) NOT NULL,
    PRIMARY KEY (day, app_id, user_id, currency),
    KEY usage_daily_user (user_id, day),
    KEY usage_daily_app (app_id, day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How many turns of a day fell where: 'error' by code, 'first_token' by a step of a logarithmic scale.
CREATE TABLE usage_tallies (
    day     DATE        NOT NULL,
    app_id  CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    measure VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bucket  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    turns   BIGINT      NOT NULL,
    PRIMARY KEY (day, app_id, user_id, measure, bucket),
    KEY usage_tallies_user (user_id, day),
    KEY usage_tallies_app (app_id, day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What may be spent. A turn counts against every budget whose person, group and app it matches; NULL matches all.
CREATE TABLE budgets (
    id         CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(100)   NOT NULL,
    measure    VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- of measure money; else empty
    currency   VARCHAR(16)    NOT NULL,
    amount     DECIMAL(24,10) NOT NULL,
    period     VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- whether everybody has the amount to themselves, or all share it
    per_person BOOLEAN        NOT NULL,
    user_id    CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NULL,
    group_id   CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NULL,
    app_id     CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- what a turn is taken to cost until it is known, or until the counter knows better
    reserve    DECIMAL(24,10) NOT NULL,
    enabled    BOOLEAN        NOT NULL,
    created_at DATETIME(3)    NOT NULL,
    updated_at DATETIME(3)    NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT budgets_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT budgets_group_fk FOREIGN KEY (group_id) REFERENCES user_groups (id) ON DELETE CASCADE,
    CONSTRAINT budgets_app_fk FOREIGN KEY (app_id) REFERENCES dify_apps (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What has been spent of a budget in one period: by one person, or by all ('').
CREATE TABLE budget_counters (
    budget_id    CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person       CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period_start DATE           NOT NULL,
    used         DECIMAL(24,10) NOT NULL,
    reserved     DECIMAL(24,10) NOT NULL,
    -- that have ended and cost something
    turns        BIGINT         NOT NULL,
    PRIMARY KEY (budget_id, person, period_start),
    KEY budget_counters_period (period_start),
    CONSTRAINT budget_counters_budget_fk FOREIGN KEY (budget_id) REFERENCES budgets (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What each turn takes of a budget: reserved while it runs, what it cost afterwards. The counters are sums of these.
CREATE TABLE budget_charges (
    turn_id      CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    budget_id    CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person       CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period_start DATE           NOT NULL,
    amount       DECIMAL(24,10) NOT NULL,
    settled      BOOLEAN        NOT NULL,
    created_at   DATETIME(3)    NOT NULL,
    PRIMARY KEY (turn_id, budget_id),
    KEY budget_charges_counter (budget_id, person, period_start),
    KEY budget_charges_open (settled, created_at),
    CONSTRAINT budget_charges_budget_fk FOREIGN KEY (budget_id) REFERENCES budgets (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The audit log in the order in which it was sealed: each hash covers its event and the hash before it.
CREATE TABLE audit_chain (
    position  BIGINT      NOT NULL,
    event_id  CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    hash      CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sealed_at DATETIME(3) NOT NULL,
    PRIMARY KEY (position),
    UNIQUE KEY audit_chain_event (event_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The log is also read by what acts were done to.
ALTER TABLE audit_log ADD KEY audit_log_type (target_type, id);

-- Feedback is read newest first: everybody's, or one person's.
ALTER TABLE feedbacks
    ADD KEY feedbacks_recent (updated_at, message_id),
    ADD KEY feedbacks_person (user_id, updated_at, message_id);

-- What housekeeping did, task by task.
CREATE TABLE maintenance_runs (
    id          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    task        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_at  DATETIME(3)  NOT NULL,
    finished_at DATETIME(3)  NULL,
    done        BIGINT       NOT NULL,
    -- what went wrong, for operators; NULL when nothing did
    problem     VARCHAR(500) NULL,
    PRIMARY KEY (id),
    KEY maintenance_runs_task (task, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Accounts in the order of their names, as people sort them, and of when they were last there, whatever becomes of sessions.
ALTER TABLE users
    ADD COLUMN sort_name    VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
        GENERATED ALWAYS AS (display_name) STORED,
    ADD COLUMN last_seen_at DATETIME(3)  NULL;

UPDATE users SET last_seen_at = (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.user_id = users.id);

ALTER TABLE users
    ADD KEY users_name (sort_name, id),
    ADD KEY users_seen (last_seen_at, id);
