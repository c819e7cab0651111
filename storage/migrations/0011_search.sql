-- By what words records are found. This is an index and no data: it is made of the records, and
-- made anew whenever it does not agree with them.

-- +goose Up
PRAGMA user_version = 11;

CREATE TABLE search ( -- the folded words of each record
    id      INTEGER PRIMARY KEY,
    type    TEXT NOT NULL, -- key of the type
    record  INTEGER NOT NULL, -- its id
    park_id INTEGER, -- whose the record is; NULL for one of the whole file
    names   TEXT NOT NULL, -- words of the fields that people call it by
    rest    TEXT NOT NULL, -- words of the others
    UNIQUE (type, record)
) STRICT;

-- The words come folded and parted by spaces, and without any sign but letters and figures.
CREATE VIRTUAL TABLE search_index USING fts5 (
    names, rest, content = 'search', content_rowid = 'id', tokenize = 'ascii', detail = 'column', columnsize = 0
);

-- All words there are, for those that were typed with a slip.
CREATE VIRTUAL TABLE search_word USING fts5vocab (search_index, 'col');

CREATE TABLE search_state ( -- one row
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    entry   INTEGER NOT NULL CHECK (entry >= 0), -- the last of the journal that the index knows of
    records INTEGER NOT NULL CHECK (records >= 0) -- how many rows search has
) STRICT;
INSERT INTO search_state (id, entry, records) VALUES (1, 0, 0);
