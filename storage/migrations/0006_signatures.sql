-- Electronic signatures of the files of revisions, made by other programs.

-- +goose Up
PRAGMA user_version = 6;

CREATE TABLE signature ( -- Подписи редакций
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id   INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    revision  INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT, -- Редакция
    file      TEXT NOT NULL CHECK (file <> ''), -- Подписанный файл; as in revision.files
    file_name TEXT NOT NULL CHECK (file_name <> ''), -- Файл подписи
    sha256    TEXT NOT NULL CHECK (sha256 <> ''), -- SHA-256; of a row of content
    signer    TEXT CHECK (signer <> ''), -- Кто подписал
    signed    TEXT CHECK (signed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Подписан; YYYY-MM-DD
    added     TEXT CHECK (added GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Приложена; YYYY-MM-DD
    verified  TEXT CHECK (verified <> ''), -- Подпись; valid, unchecked
    created   TEXT NOT NULL, -- UTC, RFC 3339
    changed   TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, revision, sha256),
    UNIQUE (park_id, revision, file_name)
) STRICT;
CREATE INDEX signature_by_revision ON signature (revision);
