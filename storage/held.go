package storage

import (
	"strings"

	"technopark/app"
)

// What follows a submission — a revision, its state, a signature — was shown to others or
// was about to be, so that taking it back is a deed of its own and never one of the steps
// that a key pressed once too often walks through. We find such changes by what they did
// and mark nothing in the file: those made by earlier versions of the program are held as
// well. Edits made before them can still be undone, since what was submitted is frozen.

// lastUndone selects the change that was taken back last.
const lastUndone = `SELECT min(id) FROM change WHERE state = 'undone'`

var (
	// sealing selects the entries that made a record which follows a submission, or changed
	// what the program writes into it. What people type there is theirs to undo.
	sealing = `SELECT change_id, type, record FROM journal WHERE cause = 'do' AND (` + strings.Join(sealingConditions(), " OR ") + `)`

	// held selects the changes that undo passes over: those that seal, and earlier ones of
	// records that were sealed since, which are no longer as the change left them.
	held = `SELECT change_id FROM (` + sealing + `) UNION
		SELECT before.change_id FROM journal AS before JOIN (` + sealing + `) AS later
		ON before.type = later.type AND before.record = later.record AND before.change_id < later.change_id
		WHERE before.cause = 'do'`

	// ending selects the changes that deleted such records; they are not made again either.
	ending = `SELECT change_id FROM journal WHERE cause = 'do' AND action = 'delete' AND type IN (` + strings.Join(sequels(), ", ") + `)`
)

// sealingConditions returns a condition for each type that follows a submission.
func sealingConditions() []string {
	var all []string
	for _, t := range app.Types() {
		if !t.Sequel {
			continue
		}
		var fixed []string
		for _, f := range t.Stored() {
			if f.Fixed {
				fixed = append(fixed, text(f.Key))
			}
		}
		all = append(all, `type = `+text(t.Key)+` AND (action = 'add' OR action = 'edit' AND
			EXISTS (SELECT 1 FROM json_each(journal.after) WHERE key IN (`+strings.Join(fixed, ", ")+`)))`)
	}
	return all
}

// sequels returns the keys of the types that follow a submission.
func sequels() []string {
	var all []string
	for _, t := range app.Types() {
		if t.Sequel {
			all = append(all, text(t.Key))
		}
	}
	return all
}

// text makes a text of SQL of a key; see quote.
func text(key string) string { return "'" + key + "'" }
