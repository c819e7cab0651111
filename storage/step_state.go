package storage

import "technopark/app"

// The states of the steps of undo are bookkeeping, but whoever alters them takes undo away or has
// it take back what nobody may take back. Each follows from the journal, whose entries say under
// their hashes which step they are of and whether it was done, taken back or made again:
//
//   - a step is done by its first entry, undone by those that take it back, done again by those
//     that make it again; what is undone when a new step begins is dropped, see openChange;
//   - what a recovery did is kept, and where the journal was not whole for it, every step before is
//     kept or dropped: what they did is no longer known. Its name says which it was, see recoveryStep;
//   - the first step may be kept: CreateFilled keeps what a file begins with, and a file that began
//     empty has a first step like any other. Of these two the journal does not say which it was.
type stepStates struct {
	first  int64 // what the file began with
	of     map[int64]string
	undone []int64 // those that can be made again
	sealed int64   // the steps up to this one can neither be taken back nor made again
}

// States of a step of undo.
const (
	stepDone    = "done"
	stepUndone  = "undone"
	stepDropped = "dropped" // undone, and then another step was made
	stepKept    = "kept"    // never to be taken back
)

func newStepStates() *stepStates { return &stepStates{of: map[int64]string{}} }

// take follows what an entry says; the entries come in their order.
func (s *stepStates) take(e app.JournalEntry) {
	if _, known := s.of[e.Change]; !known {
		s.begin(e)
	}
	switch e.Cause {
	case app.CauseUndo:
		if s.of[e.Change] != stepUndone {
			s.undone = append(s.undone, e.Change)
		}
		s.of[e.Change] = stepUndone
	case app.CauseRedo:
		s.of[e.Change] = stepDone
	}
}

// begin takes the first entry of a step.
func (s *stepStates) begin(e app.JournalEntry) {
	if len(s.of) == 0 {
		s.first = e.Change
	}
	for _, id := range s.undone {
		if s.of[id] == stepUndone {
			s.of[id] = stepDropped
		}
	}
	s.undone = s.undone[:0]
	s.of[e.Change] = stepDone
	switch e.Begins {
	case recoveryOfPart:
		s.sealed = max(s.sealed, e.Change)
		s.of[e.Change] = stepKept
	case recoveryStep:
		s.of[e.Change] = stepKept
	}
}

// state returns the state a step should have; «» when no entry is of it.
func (s *stepStates) state(id int64) string {
	is := s.of[id]
	switch {
	case id > s.sealed || is == "":
		if id == s.first && is == stepDone {
			return stepKept
		}
		return is
	case is == stepUndone || is == stepDropped:
		return stepDropped
	}
	return stepKept
}

// fits reports whether a step can have a state.
func (s *stepStates) fits(id int64, state string) bool {
	return state == s.state(id) || id == s.first && id > s.sealed && state == s.of[id]
}
