-- Clients of OpenAI's ask again by themselves, with the same body and no word for the question.
ALTER TABLE api_turns
    -- SHA-256 of the request and the key that it came with; NULL for questions from before
    ADD COLUMN attempt_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- how many of the program's attempts have been given this turn; it has not gone before the last of them has
    ADD COLUMN attempts     INT      NOT NULL DEFAULT 1;
