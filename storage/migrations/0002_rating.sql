-- What the rating is checked and compared with: figures of other parks, profiles put in
-- place of the program's own, explanations of findings; opening figures of reports.

-- +goose Up
PRAGMA user_version = 2;

CREATE TABLE reference ( -- Значения для сравнения
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    period  TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    whose   TEXT NOT NULL CHECK (whose <> ''), -- Чьё значение; mean, park
    park    TEXT CHECK (park <> ''), -- Технопарк
    code    TEXT NOT NULL CHECK (code <> ''), -- Показатель; S2.1, S2, I
    value   INTEGER, -- Значение; millionths of its unit
    unit    TEXT CHECK (unit <> ''), -- Единица
    source  TEXT CHECK (source <> ''), -- Источник
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL -- UTC, RFC 3339
) STRICT;

CREATE TABLE profile ( -- Методика и правила
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    kind    TEXT NOT NULL CHECK (kind <> ''), -- Вид; method, rules
    year    INTEGER NOT NULL CHECK (year >= 0), -- Год рейтинга
    title   TEXT NOT NULL CHECK (title <> ''), -- Название
    version TEXT CHECK (version <> ''), -- Версия
    text    TEXT NOT NULL CHECK (text <> ''), -- Текст; TOML
    loaded  TEXT CHECK (loaded GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Загружено; YYYY-MM-DD
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (kind, year)
) STRICT;

CREATE TABLE explanation ( -- Пояснения
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period  TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    rule    TEXT NOT NULL CHECK (rule <> ''), -- Правило
    place   TEXT NOT NULL CHECK (place <> ''), -- Место; type/id/field/case
    about   TEXT CHECK (about <> ''), -- Запись
    finding TEXT CHECK (finding <> ''), -- Замечание
    basis   TEXT CHECK (basis <> ''), -- Для каких цифр
    text    TEXT NOT NULL CHECK (text <> ''), -- Пояснение
    author  TEXT CHECK (author <> ''), -- Кто пояснил
    date    TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, period, rule, place)
) STRICT;
CREATE INDEX explanation_by_park_id ON explanation (park_id);

ALTER TABLE resident_report ADD COLUMN staff_start INTEGER CHECK (staff_start >= 0); -- Работников на начало года; чел.
ALTER TABLE resident_report ADD COLUMN staff_start_na INTEGER NOT NULL DEFAULT 0 CHECK (staff_start_na IN (0, 1) AND NOT (staff_start_na = 1 AND staff_start IS NOT NULL));
ALTER TABLE resident_report ADD COLUMN staff_end INTEGER CHECK (staff_end >= 0); -- Работников на конец года; чел.
ALTER TABLE resident_report ADD COLUMN staff_end_na INTEGER NOT NULL DEFAULT 0 CHECK (staff_end_na IN (0, 1) AND NOT (staff_end_na = 1 AND staff_end IS NOT NULL));
