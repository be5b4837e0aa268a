-- What people were shown of a run beside its answer: thoughts, tools, nodes, citations, forms, notices, as a JSON array. NULL
-- where there was nothing, and in answers from before. In its place, so that a table of any size is changed at once.
ALTER TABLE messages
    ADD COLUMN details MEDIUMTEXT NULL,
    ALGORITHM = INSTANT;
