-- What programs that speak OpenAI's API call a chat, and the conversation that it is here. chat_hash: SHA-256 of their name for
-- it, which may be of any length.
CREATE TABLE chat_sessions (
    user_id         CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    chat_hash       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    conversation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (user_id, app_id, chat_hash),
    KEY chat_sessions_conversation (conversation_id),
    CONSTRAINT chat_sessions_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Such programs send all that was said with each question. said_hash: SHA-256 of all of it, the question included, so that the
-- next request is recognised as what goes on from there; system_hash: of the instructions that went along. left_at: when the
-- program went away before the answer's end; such an answer may be stopped for the next question.
CREATE TABLE api_turns (
    turn_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    said_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    system_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    left_at     DATETIME(3) NULL,
    PRIMARY KEY (turn_id),
    KEY api_turns_said (user_id, app_id, said_hash, turn_id),
    CONSTRAINT api_turns_turn_fk FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
