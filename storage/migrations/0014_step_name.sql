-- What a step of undo is called is proved by the journal: the entry that begins the step says it too,
-- under its hash. Entries of versions before this one say nothing of it. Of the steps, only those that
-- were taken back are looked for by their state.

-- +goose Up
PRAGMA user_version = 14;

ALTER TABLE journal ADD COLUMN what TEXT CHECK (what <> ''); -- of an entry that begins a step: what the step is called

DROP INDEX change_by_state;
CREATE INDEX change_undone ON change (id) WHERE state = 'undone';
