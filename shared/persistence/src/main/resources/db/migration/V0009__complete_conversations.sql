CREATE TABLE folders (
    id         CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id    CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(100) NOT NULL,
    created_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY folders_name (user_id, name),
    CONSTRAINT folders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE conversations
    ADD COLUMN temporary     BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN folder_id     CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN deleted_at    DATETIME(3) NULL,
    -- when it is to be removed for good
    ADD COLUMN purge_at      DATETIME(3) NULL,
    -- what it was called where it was imported from: the same one is not imported twice
    ADD COLUMN imported_from VARCHAR(100) NULL,
    -- the one list that it stands in
    ADD COLUMN place         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin
        GENERATED ALWAYS AS (CASE WHEN deleted_at IS NOT NULL THEN 'trash' WHEN temporary THEN 'temporary'
                                  WHEN archived THEN 'archive' ELSE 'list' END) STORED;

-- The order of every list: pinned first, then latest activity.
ALTER TABLE conversations
    ADD KEY conversations_list (user_id, place, pinned, updated_at, id),
    ADD KEY conversations_app (user_id, app_id, place, pinned, updated_at, id),
    ADD KEY conversations_folder (user_id, folder_id, place, pinned, updated_at, id),
    ADD KEY conversations_purge (purge_at),
    ADD UNIQUE KEY conversations_imported (user_id, imported_from),
    DROP KEY conversations_recent,
    ADD CONSTRAINT conversations_folder_fk FOREIGN KEY (folder_id) REFERENCES folders (id) ON DELETE SET NULL;

CREATE TABLE conversation_tags (
    user_id         CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tag             VARCHAR(50) NOT NULL,
    conversation_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (user_id, tag, conversation_id),
    KEY conversation_tags_conversation (conversation_id),
    CONSTRAINT conversation_tags_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What one person has written and read lies together, conversation by conversation: opening one and searching all of one's
-- own reads neighbouring pages, however many other people there are.
ALTER TABLE messages
    ADD UNIQUE KEY messages_id (id),
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (user_id, conversation_id, id),
    ADD KEY messages_siblings (conversation_id, parent_id, id);
ALTER TABLE messages DROP KEY messages_conversation;

-- Conversations shown to others by link: which messages, in which order, is fixed when the link is made. One that is
-- revoked is deleted.
CREATE TABLE shares (
    id              CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id         CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    conversation_id CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- SHA-256 of the secret in the link
    token_hash      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title           VARCHAR(200) NOT NULL,
    message_count   INT          NOT NULL,
    created_at      DATETIME(3)  NOT NULL,
    expires_at      DATETIME(3)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY shares_token (token_hash),
    KEY shares_user (user_id, id),
    CONSTRAINT shares_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE share_messages (
    share_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position   INT      NOT NULL,
    message_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (share_id, position),
    KEY share_messages_message (message_id),
    CONSTRAINT share_messages_share_fk FOREIGN KEY (share_id) REFERENCES shares (id) ON DELETE CASCADE,
    CONSTRAINT share_messages_message_fk FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Threads that are still to be deleted at Dify. No foreign keys: a row outlives conversation and account.
CREATE TABLE dify_deletions (
    id                   BIGINT       NOT NULL AUTO_INCREMENT,
    app_id               CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dify_conversation_id VARCHAR(255) NOT NULL,
    -- whose thread it is at Dify
    user_id              CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts             INT          NOT NULL,
    next_attempt_at      DATETIME(3)  NOT NULL,
    last_error           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at           DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY dify_deletions_thread (app_id, dify_conversation_id),
    -- an app whose Dify is away does not hold up the others
    KEY dify_deletions_due (app_id, next_attempt_at),
    KEY dify_deletions_user (user_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
