-- In which language and form a revision was printed, and why it was made after another.

-- +goose Up
PRAGMA user_version = 5;

ALTER TABLE revision ADD COLUMN lang TEXT; -- Язык; ru, en
ALTER TABLE revision ADD COLUMN form TEXT; -- Форма; full, compressed
ALTER TABLE revision ADD COLUMN reason TEXT; -- Причина
