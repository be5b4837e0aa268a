-- Runs whose conversation was removed: what people and apps said is still to go from their records, wherever those are kept. No
-- foreign key: conversation, turn and account are gone.
CREATE TABLE run_erasures (
    run_id          VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    app_id          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts        INT          NOT NULL,
    next_attempt_at DATETIME(3)  NOT NULL,
    created_at      DATETIME(3)  NOT NULL,
    PRIMARY KEY (run_id),
    KEY run_erasures_due (next_attempt_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
