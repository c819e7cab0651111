-- The control value of the journal as the data of a revision were frozen; see app.Control.

-- +goose Up
PRAGMA user_version = 13;

ALTER TABLE revision ADD COLUMN journal TEXT CHECK (journal <> ''); -- Контрольное значение журнала
