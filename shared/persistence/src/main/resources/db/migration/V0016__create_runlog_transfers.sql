-- How far records of runs have been carried from one place to another, so that any machine can go on with it. transfer_key: what
-- is carried, from where, to where, and of which days. pass: 0 for the walk over all, then those after what changed meanwhile, which
-- begin at read_from. lease_owner: who is at it, until lease_until.
CREATE TABLE runlog_transfers (
    transfer_key     VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    pass             INT          NOT NULL,
    pass_began_at    DATETIME(3)  NOT NULL,
    read_from        DATETIME(3)  NULL,
    after_created_at DATETIME(3)  NULL,
    after_id         VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    records_read     BIGINT       NOT NULL,
    records_written  BIGINT       NOT NULL,
    records_refused  BIGINT       NOT NULL,
    begun_at         DATETIME(3)  NOT NULL,
    finished_at      DATETIME(3)  NULL,
    lease_owner      CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    lease_until      DATETIME(3)  NULL,
    PRIMARY KEY (transfer_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
