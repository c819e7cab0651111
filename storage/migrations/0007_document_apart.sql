-- Why the sheets of a document stay outside of the package.

-- +goose Up
PRAGMA user_version = 7;

ALTER TABLE document ADD COLUMN apart TEXT CHECK (apart <> ''); -- Почему отдельно; no_file, office, locked, damaged, heavy, huge, no_pages, packed, viewer, fonts, unreadable, foreign, as_is
