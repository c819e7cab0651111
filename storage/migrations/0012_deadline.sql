-- Until when the figures of a year are to be handed in, and where.

-- +goose Up
PRAGMA user_version = 12;

CREATE TABLE deadline ( -- Сроки сдачи
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period  TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    due     TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Сдать до; YYYY-MM-DD
    taker   TEXT CHECK (taker <> ''), -- Куда сдаётся
    remark  TEXT CHECK (remark <> ''), -- Примечание
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, period)
) STRICT;
