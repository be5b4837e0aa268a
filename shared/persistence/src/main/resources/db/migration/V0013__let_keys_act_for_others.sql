-- What a key may do beside its scopes. Keys from before: all apps of their owner, for their owner alone, as often as they like.
ALTER TABLE api_keys
    -- acts for whom its requests name, while its owner is an administrator
    ADD COLUMN trusted             BOOLEAN     NOT NULL DEFAULT FALSE,
    -- comma-separated ids; NULL for all. No foreign keys: a list whose apps are all deleted is not to become "all"
    ADD COLUMN apps                TEXT        CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN requests_per_minute INT         NULL,
    -- the minute that requests are counted in, and how many it were
    ADD COLUMN counted_minute      DATETIME(3) NULL,
    ADD COLUMN counted_requests    INT         NOT NULL DEFAULT 0;
