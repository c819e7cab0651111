-- How the figures of residents are gathered: who was asked, who was reminded, who answered.

-- +goose Up
PRAGMA user_version = 10;

CREATE TABLE questionnaire ( -- Анкеты
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id   INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    resident  INTEGER NOT NULL REFERENCES resident (id) ON DELETE RESTRICT, -- Резидент
    period    TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    way       TEXT CHECK (way <> ''), -- Как собирают; file, paper, unneeded
    sent      TEXT CHECK (sent GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Послана; YYYY-MM-DD
    due       TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Срок ответа; YYYY-MM-DD
    reminders INTEGER CHECK (reminders >= 0), -- Напоминаний; раз
    reminded  TEXT CHECK (reminded GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Последнее напоминание; YYYY-MM-DD
    received  TEXT CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Ответ получен; YYYY-MM-DD
    returned  TEXT CHECK (returned GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Возвращена; YYYY-MM-DD
    accepted  TEXT CHECK (accepted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Принята; YYYY-MM-DD
    filled    INTEGER CHECK (filled >= 0), -- Заполнено; пунктов
    asked     INTEGER CHECK (asked >= 0), -- Спрошено; пунктов
    doubts    INTEGER CHECK (doubts >= 0), -- Замечаний; шт.
    answer    TEXT CHECK (answer <> ''), -- Файл ответа
    sha256    TEXT CHECK (sha256 <> ''), -- SHA-256; of a row of content
    fault     TEXT CHECK (fault <> ''), -- Почему файл не годится
    remark    TEXT CHECK (remark <> ''), -- Примечание
    created   TEXT NOT NULL, -- UTC, RFC 3339
    changed   TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, resident, period)
) STRICT;
CREATE INDEX questionnaire_by_resident ON questionnaire (resident);
