package app

import (
	"fmt"
	"strconv"
	"strings"
)

// Problem is one thing in which a data file is not what this program wrote: found, named, and
// never mended by itself.
type Problem struct {
	Kind    ProblemKind // what sort of thing it is
	Type    string      // key of the type of the record it is about; «» when it is about none
	ID      int64       // of the record, of the entry of the journal or of the step of undo; 0: of none
	Title   string      // what people call the record; «» when it is not known
	Field   string      // key of the field, or created, changed, park_id; «» when it is about all of it
	Entry   int64       // of the journal that goes on from another value than was written; 0: none does
	Journal string      // what should stand there, as the journal keeps it in JSON; «» when it says nothing
	File    string      // what stands there, in JSON for a value, else a remark of the storage; «» for nothing
	Remark  Text        // the remark in both languages, where the storage has words for it
}

// Noted returns what stands in the file in the words there are for it.
func (p Problem) Noted() Text {
	if p.Remark != (Text{}) {
		return p.Remark
	}
	return L(p.File, p.File)
}

// ProblemKind says what sort of thing is wrong.
type ProblemKind string

// The kinds of problems.
const (
	ProblemStructure ProblemKind = "structure"     // the pages of the file do not hang together
	ProblemCell      ProblemKind = "cell"          // a value of another kind than its field
	ProblemIndex     ProblemKind = "index"         // lists would miss records that are there
	ProblemSchema    ProblemKind = "schema"        // the file has other tables than this program makes
	ProblemEntry     ProblemKind = "entry"         // an entry of the journal was changed
	ProblemGap       ProblemKind = "entry_missing" // an entry of the journal was removed or put in
	ProblemValue     ProblemKind = "value"         // a field is not as the journal says
	ProblemJump      ProblemKind = "overwritten"   // a field was not as the journal says when it was saved over
	ProblemMissing   ProblemKind = "missing"       // a record of the journal is not in the file
	ProblemExtra     ProblemKind = "extra"         // a record of the file is not in the journal
	ProblemOrphan    ProblemKind = "orphan"        // a link of a record that is not there
	ProblemDangling  ProblemKind = "dangling"      // a reference to a record that is not there, which the journal knows no better
	ProblemStep      ProblemKind = "step"          // a step of undo does not agree with the journal
	ProblemName      ProblemKind = "step_name"     // a step of undo is called otherwise than when it was made
	ProblemNumber    ProblemKind = "number"        // the numbers for new records do not go on from the last
	ProblemContent   ProblemKind = "content"       // the bytes of a kept file have changed, or are not there
	ProblemSearch    ProblemKind = "search"        // the index of words does not agree with the records
	ProblemCopy      ProblemKind = "copy"          // a copy of the file does not come back as the file is
)

// Restorable reports whether the journal says what to put in place of it or, of a value that was
// saved over since, can note that it was looked at and stays.
func (p Problem) Restorable() bool {
	switch p.Kind {
	case ProblemValue, ProblemJump, ProblemMissing, ProblemExtra, ProblemOrphan, ProblemIndex, ProblemSearch, ProblemNumber, ProblemStep, ProblemName:
		return true
	}
	return false
}

// ofJournal reports whether the journal itself is at fault, which then proves nothing.
func (p Problem) ofJournal() bool { return p.Kind == ProblemEntry || p.Kind == ProblemGap }

// MostProblems is how many problems of a file are told one by one: with more, it is the file
// that is to be replaced and not its values.
const MostProblems = 1000

// Verdict is what there is to say about a data file.
type Verdict struct {
	Entries  int64     // of the journal; 0 when it cannot be read
	Hash     string    // of the last entry and, through it, of all before; «» without entries
	Problems []Problem // none when all is as this program wrote it
	Unproved int       // steps of undo whose names no entry proves: they were made by earlier versions
	Unnamed  int       // kept files that no record names, nor ever did: see the storage
	Parted   int       // kept files that records name and that a recovery could not save, as the journal says
	All      bool      // every problem is wanted, and not MostProblems of them at most
	More     bool      // there are others
}

// OK reports whether all is as this program wrote it.
func (v Verdict) OK() bool { return len(v.Problems) == 0 }

// Add notes a problem; it returns false when there is no room for others.
func (v *Verdict) Add(p Problem) bool {
	if len(v.Problems) >= MostProblems && !v.All {
		v.More = true
		return false
	}
	v.Problems = append(v.Problems, p)
	return true
}

// Restorable reports whether something can be restored from the journal: a journal that was
// changed itself proves nothing, and pages that do not hang together are not to be written to.
func (v Verdict) Restorable() bool {
	can := false
	for _, p := range v.Problems {
		if p.ofJournal() || p.Kind == ProblemStructure || p.Kind == ProblemCell || p.Kind == ProblemSchema {
			return false
		}
		can = can || p.Restorable()
	}
	return can
}

// Err returns nil of a sound file, else a refusal that names the first problem and how many
// there are. It is ErrDamaged.
func (v Verdict) Err() error {
	if v.OK() {
		return nil
	}
	first := v.Problems[0]
	switch first.Kind {
	case ProblemEntry:
		return BrokenEntry(first.ID)
	case ProblemGap:
		return MissingEntry(first.ID)
	}
	what := first.Say()
	all, told := "", L(strings.TrimSuffix(what.RU, "."), strings.TrimSuffix(what.EN, "."))
	if len(v.Problems) > 1 {
		all, told = strconv.Itoa(len(v.Problems)), what
	}
	return &Refusal{ID: "err.unsound", Data: map[string]any{"What": told, "All": all, "Restore": v.Restorable()}, Cause: fmt.Errorf("%w: %s", ErrDamaged, what.EN)}
}
