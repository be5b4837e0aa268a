-- What the runs of chatflows and workflows did. Partitioned by the month in which a record began, so that a month can go at once;
-- maintenance makes the months to come. Partitions take no foreign keys, and every unique key must have created_at in it, which
-- therefore never changes. Words are Dify's (docs/run-logs.md).
CREATE TABLE workflow_runs (
    id                CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id         VARCHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id            CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    workflow_id       VARCHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type              VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    triggered_from    VARCHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version           VARCHAR(255)   NOT NULL,
    inputs            MEDIUMTEXT     NULL,
    inputs_truncated  BOOLEAN        NOT NULL,
    outputs           MEDIUMTEXT     NOT NULL,
    outputs_truncated BOOLEAN        NOT NULL,
    status            VARCHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- how much of the run is known: open, told, looked_up, cut
    evidence          VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    error             MEDIUMTEXT     NULL,
    elapsed_ms        BIGINT         NOT NULL,
    total_tokens      BIGINT         NOT NULL,
    total_steps       INT            NOT NULL,
    exceptions_count  INT            NOT NULL,
    -- NULL where no node told a price
    total_price       DECIMAL(20,10) NULL,
    currency          VARCHAR(16)    NOT NULL,
    created_by_role   VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by        VARCHAR(255)   NOT NULL,
    created_at        DATETIME(3)    NOT NULL,
    finished_at       DATETIME(3)    NULL,
    -- NULL in imported runs
    turn_id           CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NULL,
    conversation_id   CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (id, created_at),
    KEY workflow_runs_time (tenant_id, created_at, id),
    -- with what is counted, so that counting reads no rows
    KEY workflow_runs_app (tenant_id, app_id, created_at, id, triggered_from, status),
    KEY workflow_runs_status (tenant_id, status, created_at, id),
    KEY workflow_runs_person (tenant_id, created_by, created_at, id),
    KEY workflow_runs_conversation (conversation_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
PARTITION BY RANGE COLUMNS (created_at) (PARTITION p_rest VALUES LESS THAN (MAXVALUE));

CREATE TABLE workflow_node_executions (
    id                    VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id             VARCHAR(36)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id                CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    workflow_id           VARCHAR(36)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    triggered_from        VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    workflow_run_id       CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    `index`               INT           NOT NULL,
    predecessor_node_id   VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    node_execution_id     VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    node_id               VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    node_type             VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title                 VARCHAR(255)  NOT NULL,
    inputs                MEDIUMTEXT    NULL,
    process_data          MEDIUMTEXT    NULL,
    outputs               MEDIUMTEXT    NULL,
    inputs_truncated      BOOLEAN       NOT NULL,
    process_data_truncated BOOLEAN      NOT NULL,
    outputs_truncated     BOOLEAN       NOT NULL,
    status                VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    error                 MEDIUMTEXT    NULL,
    elapsed_ms            BIGINT        NOT NULL,
    execution_metadata    MEDIUMTEXT    NULL,
    iteration_id          VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    loop_id               VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_by_role       VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by            VARCHAR(255)  NOT NULL,
    created_at            DATETIME(3)   NOT NULL,
    finished_at           DATETIME(3)   NULL,
    PRIMARY KEY (id, created_at),
    KEY workflow_node_executions_run (workflow_run_id),
    KEY workflow_node_executions_time (tenant_id, created_at, id),
    KEY workflow_node_executions_node (tenant_id, app_id, node_id, created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
PARTITION BY RANGE COLUMNS (created_at) (PARTITION p_rest VALUES LESS THAN (MAXVALUE));

-- Where the whole of a mapping is that was too large for its row. created_at is the execution's.
CREATE TABLE workflow_node_execution_offload (
    id                CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id         VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id            CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    node_execution_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type              VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file_key          VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at        DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY workflow_node_execution_offload_type (node_execution_id, type),
    KEY workflow_node_execution_offload_time (tenant_id, created_at, id),
    KEY workflow_node_execution_offload_app (tenant_id, app_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE workflow_app_logs (
    id              CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id       VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    workflow_id     VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    workflow_run_id CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_from    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by_role VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by      VARCHAR(255) NOT NULL,
    created_at      DATETIME(3)  NOT NULL,
    PRIMARY KEY (id, created_at),
    KEY workflow_app_logs_run (workflow_run_id),
    KEY workflow_app_logs_time (tenant_id, created_at, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
PARTITION BY RANGE COLUMNS (created_at) (PARTITION p_rest VALUES LESS THAN (MAXVALUE));

CREATE TABLE workflow_pauses (
    id               CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id        VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    workflow_id      VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    workflow_run_id  CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state_object_key VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at       DATETIME(3)  NOT NULL,
    resumed_at       DATETIME(3)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY workflow_pauses_run (workflow_run_id),
    KEY workflow_pauses_time (tenant_id, created_at, id),
    KEY workflow_pauses_resumed (tenant_id, resumed_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE workflow_pause_reasons (
    pause_id CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position INT          NOT NULL,
    type_    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    form_id  VARCHAR(255) NOT NULL,
    message  VARCHAR(255) NOT NULL,
    node_id  VARCHAR(255) NOT NULL,
    PRIMARY KEY (pause_id, position),
    CONSTRAINT workflow_pause_reasons_pause_fk FOREIGN KEY (pause_id) REFERENCES workflow_pauses (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What is kept of runs that have been let go: no content.
CREATE TABLE workflow_archive_logs (
    id                   CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id            VARCHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id               CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    workflow_id          VARCHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    workflow_run_id      CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by_role      VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by           VARCHAR(255)   NOT NULL,
    -- NULL where there was no app log
    log_id               CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NULL,
    log_created_at       DATETIME(3)    NULL,
    log_created_from     VARCHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    run_type             VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_version          VARCHAR(255)   NOT NULL,
    run_status           VARCHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_evidence         VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_triggered_from   VARCHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_error            MEDIUMTEXT     NULL,
    run_elapsed_ms       BIGINT         NOT NULL,
    run_total_tokens     BIGINT         NOT NULL,
    run_total_steps      INT            NOT NULL,
    run_exceptions_count INT            NOT NULL,
    run_total_price      DECIMAL(20,10) NULL,
    run_currency         VARCHAR(16)    NOT NULL,
    run_created_at       DATETIME(3)    NOT NULL,
    run_finished_at      DATETIME(3)    NULL,
    run_turn_id          CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NULL,
    run_conversation_id  CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NULL,
    archived_at          DATETIME(3)    NOT NULL,
    PRIMARY KEY (id),
    KEY workflow_archive_logs_run (workflow_run_id),
    KEY workflow_archive_logs_time (tenant_id, run_created_at, workflow_run_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Runs of a quarter of an hour of UTC, by app, origin and person: whole quarters make the days of every zone there is. A figure is
-- made from the rows when its day is over for good; figures that may still change are made from the rows each time.
CREATE TABLE workflow_run_quarters (
    tenant_id      VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    quarter        DATETIME(3)  NOT NULL,
    app_id         CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    triggered_from VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by     VARCHAR(255) NOT NULL,
    runs           BIGINT       NOT NULL,
    tokens         BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, quarter, app_id, triggered_from, created_by)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The days of UTC that the table above knows; a day that is not here is counted from its rows. Of a day that is closed rows have
-- been let go, so its figures stay as they were.
CREATE TABLE workflow_run_rolled_days (
    tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day       DATE        NOT NULL,
    closed    BOOLEAN     NOT NULL,
    PRIMARY KEY (tenant_id, day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- JSON that is too large for a row of the tables above, where no folder was named for it.
CREATE TABLE workflow_payloads (
    file_key   VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    json       LONGTEXT     NOT NULL,
    created_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (file_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
