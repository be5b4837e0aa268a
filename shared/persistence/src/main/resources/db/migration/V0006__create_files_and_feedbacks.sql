CREATE TABLE files (
    id           CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id      CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id       CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dify_file_id VARCHAR(255) NULL,
    name         VARCHAR(255) NOT NULL,
    media_type   VARCHAR(255) NOT NULL,
    kind         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size_bytes   BIGINT       NULL,
    -- NULL until a question carries the upload
    message_id   CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    direction    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source_url   TEXT         NULL,
    created_at   DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    KEY files_user (user_id, id),
    KEY files_message (message_id, id),
    CONSTRAINT files_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT files_message_fk FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE feedbacks (
    message_id      CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id         CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    conversation_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id          CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rating          VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason          TEXT        NULL,
    -- whether Dify knows it, too
    forwarded       BOOLEAN     NOT NULL,
    created_at      DATETIME(3) NOT NULL,
    updated_at      DATETIME(3) NOT NULL,
    PRIMARY KEY (message_id, user_id),
    KEY feedbacks_app (app_id, updated_at),
    KEY feedbacks_user (user_id),
    CONSTRAINT feedbacks_message_fk FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE,
    CONSTRAINT feedbacks_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The input form's values of the first message, as JSON; Dify keeps them for the whole conversation.
ALTER TABLE conversations ADD COLUMN inputs MEDIUMTEXT NULL;
