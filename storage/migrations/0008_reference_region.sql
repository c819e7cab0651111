-- Where the parks are that others are compared with.

-- +goose Up
PRAGMA user_version = 8;

ALTER TABLE reference ADD COLUMN region TEXT CHECK (region <> ''); -- Регион
