-- What was tried in place of the figures of a year, by name.

-- +goose Up
PRAGMA user_version = 9;

CREATE TABLE scenario ( -- Сценарии
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period  TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период
    title   TEXT NOT NULL CHECK (title <> ''), -- Название
    changes TEXT NOT NULL CHECK (changes <> ''), -- Что изменено
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL -- UTC, RFC 3339
) STRICT;
CREATE INDEX scenario_by_park_id ON scenario (park_id);
