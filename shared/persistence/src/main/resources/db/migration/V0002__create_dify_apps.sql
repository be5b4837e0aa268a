CREATE TABLE dify_apps (
    id             CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    slug           VARCHAR(64)   NOT NULL,
    name           VARCHAR(100)  NOT NULL,
    description    VARCHAR(1000) NOT NULL,
    icon           VARCHAR(500)  NOT NULL,
    mode           VARCHAR(32)   NOT NULL,
    base_url       VARCHAR(500)  NOT NULL,
    -- key id and AES-256-GCM cipher text; the key itself never stands in the database
    api_key_sealed VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    enabled        BOOLEAN       NOT NULL,
    sort_order     INT           NOT NULL,
    created_at     DATETIME(3)   NOT NULL,
    updated_at     DATETIME(3)   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY dify_apps_slug (slug)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
