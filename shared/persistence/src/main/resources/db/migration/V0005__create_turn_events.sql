ALTER TABLE turns
    -- who produces it now; changes when somebody takes an abandoned turn over
    ADD COLUMN producer             CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- SHA-256 of what was asked: the same turn id with another question is a conflict
    ADD COLUMN request_hash         CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN stop_requested_at    DATETIME(3) NULL,
    -- the thread at Dify that it was asked in
    ADD COLUMN dify_conversation_id VARCHAR(255) NULL,
    -- whether that thread holds questions that are not on this turn's branch
    ADD COLUMN branched             BOOLEAN NOT NULL DEFAULT FALSE,
    ADD KEY turns_user_running (user_id, running_in),
    ADD KEY turns_app_running (app_id, running_in);

-- The events of a turn as they went out, some of them per row while it runs, all in one row once it has ended.
CREATE TABLE turn_events (
    turn_id     CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_event INT         NOT NULL,
    last_event  INT         NOT NULL,
    frames      LONGBLOB    NOT NULL,
    compressed  BOOLEAN     NOT NULL,
    created_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (turn_id, first_event),
    KEY turn_events_age (created_at),
    CONSTRAINT turn_events_turn_fk FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
