CREATE TABLE conversations (
    id                   CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id              CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id               CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dify_conversation_id VARCHAR(255) NULL,
    title                VARCHAR(200) NOT NULL,
    pinned               BOOLEAN      NOT NULL,
    archived             BOOLEAN      NOT NULL,
    created_at           DATETIME(3)  NOT NULL,
    updated_at           DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    KEY conversations_recent (user_id, updated_at, id),
    CONSTRAINT conversations_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE messages (
    id              CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    conversation_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id         CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    turn_id         CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    parent_id       CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    role            VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content         MEDIUMTEXT  NOT NULL,
    message_usage   TEXT        NULL,
    created_at      DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY messages_conversation (conversation_id, id),
    CONSTRAINT messages_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
