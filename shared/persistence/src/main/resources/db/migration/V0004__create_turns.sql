CREATE TABLE turns (
    id                   CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id              CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    conversation_id      CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id               CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_message_id      CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    assistant_message_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status               VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- the conversation while the turn runs, else NULL: the unique key admits one running turn per conversation
    running_in           CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- renewed by the producer; a turn still streaming after this time has lost its producer
    lease_until          DATETIME(3) NOT NULL,
    dify_task_id         VARCHAR(255) NULL,
    dify_message_id      VARCHAR(255) NULL,
    workflow_run_id      VARCHAR(255) NULL,
    error_code           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at           DATETIME(3) NOT NULL,
    finished_at          DATETIME(3) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY turns_running (running_in),
    KEY turns_conversation (conversation_id, id),
    CONSTRAINT turns_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
