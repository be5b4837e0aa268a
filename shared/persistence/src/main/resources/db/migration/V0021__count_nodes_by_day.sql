-- Executions of nodes by the day of UTC in which their run began, so that figures of nodes need not be made from every row of a
-- large house. Made with workflow_run_quarters, when a day is over for good, and forgotten with them.
CREATE TABLE workflow_node_days (
    tenant_id      VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day            DATE         NOT NULL,
    app_id         CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- the run's
    triggered_from VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    node_id        VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- of the newest execution, with its time
    node_type      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title          VARCHAR(255) NOT NULL,
    newest         DATETIME(3)  NOT NULL,
    executions     BIGINT       NOT NULL,
    failures       BIGINT       NOT NULL,
    -- of those that have ended; the longest is NULL where none has
    ended          BIGINT       NOT NULL,
    elapsed_ms     BIGINT       NOT NULL,
    longest_ms     BIGINT       NULL,
    PRIMARY KEY (tenant_id, day, app_id, triggered_from, node_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Days that were counted before nodes were: their nodes are counted from rows until maintenance comes by.
ALTER TABLE workflow_run_rolled_days ADD COLUMN nodes BOOLEAN NOT NULL DEFAULT FALSE;
