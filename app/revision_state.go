package app

import (
	"fmt"
	"slices"
	"strings"
)

// RevisionStates are the states of a revision that somebody marks, in the order of its
// way; the last two are the answers there may be.
func RevisionStates() []string {
	return []string{RevisionChecked, RevisionSigned, RevisionSent, RevisionAccepted, RevisionReturned}
}

// StateName returns what a state is called, «» for an unknown one.
func StateName(state string) Text {
	f, _ := revisionType.Field("state")
	option, _ := f.Option(state)
	return option.Label
}

// Next returns the states a revision can be marked with now; none when its way is over.
func (r *Revision) Next() []string {
	switch r.State {
	case RevisionDraft:
		return []string{RevisionChecked}
	case RevisionChecked:
		return []string{RevisionSigned}
	case RevisionSigned:
		return []string{RevisionSent}
	case RevisionSent:
		return []string{RevisionAccepted, RevisionReturned}
	}
	return nil
}

// before returns the state a revision was in before the one it is in; «» when that is the
// first.
func (r *Revision) before() string {
	switch r.State {
	case RevisionSigned:
		return RevisionChecked
	case RevisionSent:
		return RevisionSigned
	case RevisionAccepted, RevisionReturned:
		return RevisionSent
	}
	return ""
}

// reached returns where the day of a state is kept; nil for a state that has none.
func (r *Revision) reached(state string) *Date {
	switch state {
	case RevisionChecked:
		return &r.Checked
	case RevisionSigned:
		return &r.Signed
	case RevisionSent:
		return &r.Sent
	case RevisionAccepted, RevisionReturned:
		return &r.Answered
	}
	return nil
}

// Advance marks a revision with a state, the day it came to it and a note, which may be
// empty unless the revision was returned: why is printed in the sheet of changes. What
// cannot be is a *StateError, and the revision stays as it was.
func (r *Revision) Advance(state string, day Date, note string) error {
	fault := StateError{Number: r.Number.N, From: r.State, To: state, Next: r.Next(), Day: day}
	note = strings.Join(strings.Fields(note), " ")
	switch last := r.StateDay(); {
	case !slices.Contains(fault.Next, state):
		fault.Fault = StateOutOfTurn
	case state == RevisionReturned && note == "":
		fault.Fault = StateWithoutReason
	case day.Before(last):
		fault.Fault, fault.Since = StateTooEarly, last
	default:
		*r.reached(state), r.State = day, state
		if note != "" {
			r.addNote(day, StateName(state).RU+": "+note)
		}
		return nil
	}
	return &fault
}

// TakeBack takes the last mark off a revision: it is in the state before, and its note
// says so. A revision that was only checked has no mark to take off: *StateError.
func (r *Revision) TakeBack(day Date, note string) error {
	before := r.before()
	if before == "" {
		return &StateError{Number: r.Number.N, From: r.State, Next: r.Next(), Fault: StateFirst}
	}
	said := "отметка " + Quoted(StateName(r.State).RU) + " снята"
	if note = strings.Join(strings.Fields(note), " "); note != "" {
		said += ": " + note
	}
	*r.reached(r.State), r.State = Date{}, before
	r.addNote(day, said)
	return nil
}

// StateDay returns the day of the state a revision is in, or of the last before it that
// has one.
func (r *Revision) StateDay() Date {
	last := r.Checked
	for _, day := range []Date{r.Signed, r.Sent, r.Answered} {
		if !day.Zero() {
			last = day
		}
	}
	return last
}

// addNote puts a line under the note: what was written before is never lost.
func (r *Revision) addNote(day Date, said string) {
	line := day.String() + ", " + said
	if r.Note != "" {
		line = r.Note + "\n" + line
	}
	r.Note = line
}

// WhyReturned returns why a revision was returned, as it was noted; «» for one that was
// not.
func (r *Revision) WhyReturned() string {
	if r.State != RevisionReturned {
		return ""
	}
	lines := strings.Split(r.Note, "\n")
	for _, line := range slices.Backward(lines) {
		if _, why, ok := strings.Cut(line, ", "+StateName(RevisionReturned).RU+": "); ok {
			return why
		}
	}
	return strings.Join(strings.Fields(r.Note), " ") // noted before lines had days
}

// StateFault says why a revision cannot be marked.
type StateFault string

// The faults.
const (
	StateOutOfTurn     StateFault = "out of turn"
	StateWithoutReason StateFault = "returned without a reason"
	StateTooEarly      StateFault = "earlier than the state before"
	StateFirst         StateFault = "no mark to take off"
)

// StateError says that a revision cannot be marked with a state, and what is possible.
type StateError struct {
	Fault    StateFault
	Number   Count
	From, To string
	Next     []string // states it can be marked with
	Day      Date
	Since    Date // the day of the state before, for StateTooEarly
}

// Error describes the fault for logs.
func (e *StateError) Error() string {
	return fmt.Sprintf("mark revision %d, which is %s, as %q: %s", e.Number, e.From, e.To, e.Fault)
}

// Behind reports whether the revision has been in the wanted state, or past it.
func (e *StateError) Behind() bool {
	states := RevisionStates()
	return slices.Index(states, e.To) <= slices.Index(states, e.From)
}
