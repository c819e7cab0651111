package i18n

import (
	"errors"
	"maps"
	"strconv"

	"technopark/app"
)

// Sentence returns one sentence for the user when err is, or wraps, one of the
// faults of package app that have a next step; otherwise ok is false. The data fill
// {{.File}}, the file or directory, and {{.What}}, the record; both may be left out.
func (p *Printer) Sentence(err error, data map[string]any) (text string, ok bool) {
	var broken *app.BrokenEntryError
	if errors.As(err, &broken) {
		return p.brokenEntry(broken, data), true
	}
	var state *app.StateError
	if errors.As(err, &state) {
		return p.state(state), true
	}
	for _, known := range knownFaults() {
		if errors.Is(err, known.err) {
			return p.T(known.id, data), true
		}
	}
	return "", false
}

// brokenEntry names the entry: it is where one has to look.
func (p *Printer) brokenEntry(broken *app.BrokenEntryError, data map[string]any) string {
	named := map[string]any{"Entry": strconv.FormatInt(broken.Entry, 10)}
	maps.Copy(named, data)
	if broken.Missing {
		return p.T("err.entry_missing", named)
	}
	return p.T("err.entry_changed", named)
}

type knownFault struct {
	err error
	id  string
}

func knownFaults() []knownFault {
	return []knownFault{
		{app.ErrMoved, "err.moved"}, // before what the failed write says of the disk
		{app.ErrReplaced, "err.replaced"},
		{app.ErrProtected, "err.protected"},
		{app.ErrUnreachable, "err.unreachable"},
		{app.ErrNotFound, "err.not_found"},
		{app.ErrConflict, "err.conflict"},
		{app.ErrInUse, "err.in_use"},
		{app.ErrReadOnly, "err.read_only"},
		{app.ErrLocked, "err.locked"},
		{app.ErrNotOurs, "err.not_ours"},
		{app.ErrEmptyFile, "err.empty_file"},
		{app.ErrDamaged, "err.damaged"},
		{app.ErrNewerSchema, "err.newer_schema"},
		{app.ErrMissingDir, "err.missing_dir"},
		{app.ErrNoSpace, "err.no_space"}, // before what else may be said of the failed write
		{app.ErrNoWrite, "err.no_write"},
		{app.ErrNoRead, "err.no_read"},
		{app.ErrExists, "err.exists"},
	}
}
