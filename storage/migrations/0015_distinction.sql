-- That two records that look as if one thing had been entered twice are two.

-- +goose Up
PRAGMA user_version = 15;

CREATE TABLE distinction ( -- Отметки о разных записях
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    one     TEXT NOT NULL CHECK (one <> ''), -- Запись; type/id
    other   TEXT NOT NULL CHECK (other <> ''), -- Другая запись; type/id
    author  TEXT CHECK (author <> ''), -- Кто отметил
    date    TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    note    TEXT CHECK (note <> ''), -- Почему разные
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, one, other)
) STRICT;
CREATE INDEX distinction_by_park_id ON distinction (park_id);
