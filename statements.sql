SET autocommit=1
INSERT INTO sessions (id, user_id, address, user_agent, created_at, last_seen_at) VALUES ('efb033a7-f77f-4f00-95e0-0078d5ace4e2', '01940219-b880-7cf6-9237-0c1b68fbd801', '', '', NOW(3), NOW(3))
