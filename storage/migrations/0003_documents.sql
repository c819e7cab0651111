-- Documents with their files, what they prove, and the frozen revisions of submissions.

-- +goose Up
PRAGMA user_version = 3;

CREATE TABLE content ( -- files and frozen data, once for equal bytes
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), -- of data, hexadecimal
    size   INTEGER NOT NULL CHECK (size = length(data)), -- bytes
    data   BLOB NOT NULL
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER content_stays BEFORE UPDATE ON content
BEGIN
    SELECT RAISE(ABORT, 'a content never changes');
END;
-- +goose StatementEnd

CREATE TABLE document ( -- Документы
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id   INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    title     TEXT NOT NULL CHECK (title <> ''), -- Название
    kind      TEXT CHECK (kind <> ''), -- Вид; contract, statement, tax, statistics, patent, registry, certificate, order, act, letter, photo, other
    number    TEXT CHECK (number <> ''), -- Номер
    date      TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    note      TEXT CHECK (note <> ''), -- Примечание
    file_name TEXT CHECK (file_name <> ''), -- Имя файла
    format    TEXT CHECK (format <> ''), -- Формат; pdf, png, jpeg, tiff, office
    pages     INTEGER CHECK (pages >= 0), -- Страниц
    size      INTEGER CHECK (size >= 0), -- Размер; bytes
    sha256    TEXT CHECK (sha256 <> ''), -- SHA-256; of a row of content
    created   TEXT NOT NULL, -- UTC, RFC 3339
    changed   TEXT NOT NULL -- UTC, RFC 3339
) STRICT;
CREATE INDEX document_by_park_id ON document (park_id);

CREATE TABLE document_link ( -- Что подтверждают документы
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id  INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT, -- Документ
    subject  TEXT NOT NULL CHECK (subject <> ''), -- Что подтверждает; type/id or indicator/code
    created  TEXT NOT NULL, -- UTC, RFC 3339
    changed  TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, document, subject)
) STRICT;
CREATE INDEX document_link_by_document ON document_link (document);

CREATE TABLE revision ( -- Редакции заявки
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id  INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period   TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    number   INTEGER NOT NULL CHECK (number >= 0), -- Редакция
    state    TEXT NOT NULL CHECK (state <> ''), -- Состояние; draft, checked, signed, sent, accepted, returned
    made     TEXT NOT NULL CHECK (made GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Создана; YYYY-MM-DD
    maker    TEXT CHECK (maker <> ''), -- Кто создал
    program  TEXT CHECK (program <> ''), -- Программа
    method   TEXT CHECK (method <> ''), -- Методика
    rules    TEXT CHECK (rules <> ''), -- Правила проверки
    data     TEXT NOT NULL CHECK (data <> ''), -- Данные, SHA-256; of a row of content
    pages    INTEGER CHECK (pages >= 0), -- Листов
    pdf      TEXT CHECK (pdf <> ''), -- Пакет без приложений, SHA-256
    files    TEXT CHECK (files <> ''), -- Файлы; a line «SHA-256  name» each
    checked  TEXT CHECK (checked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Проверен; YYYY-MM-DD
    signed   TEXT CHECK (signed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Подписан; YYYY-MM-DD
    sent     TEXT CHECK (sent GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Отправлен; YYYY-MM-DD
    answered TEXT CHECK (answered GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Ответ получен; YYYY-MM-DD
    note     TEXT CHECK (note <> ''), -- Примечание
    created  TEXT NOT NULL, -- UTC, RFC 3339
    changed  TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, period, number)
) STRICT;
