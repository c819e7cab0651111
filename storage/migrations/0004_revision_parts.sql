-- Which parts of the package a revision has.

-- +goose Up
PRAGMA user_version = 4;

ALTER TABLE revision ADD COLUMN parts TEXT; -- Части пакета
