-- Forms that paused turns wait for.
CREATE TABLE turn_forms (
    turn_id    CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    form_id    VARCHAR(100) NOT NULL,
    user_id    CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- what the form is addressed by at Dify; NULL when it cannot be filled in through us
    form_token VARCHAR(500) NULL,
    -- the event that told of it, as JSON
    definition MEDIUMTEXT   NOT NULL,
    state      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at DATETIME(3)  NULL,
    created_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (turn_id, form_id),
    CONSTRAINT turn_forms_turn_fk FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
