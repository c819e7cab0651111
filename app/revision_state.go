package app

import (
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
// cannot be is refused with what is possible, and the revision stays as it was.
func (r *Revision) Advance(state string, day Date, note string) error {
	note = Clean(note)
	switch last := r.StateDay(); {
	case !slices.Contains(r.Next(), state):
		return r.outOfTurn(state)
	case state == RevisionReturned && note == "":
		return &Refusal{ID: "err.state_reason", Data: map[string]any{"Number": r.Number.N}}
	case day.Before(last):
		return &Refusal{ID: "err.state_early", Data: map[string]any{
			"Number": r.Number.N, "Day": day, "Now": StateName(r.State), "Since": last,
		}}
	}
	*r.reached(state), r.State = day, state
	if note != "" {
		r.addNote(day, StateName(state).RU+": "+note)
	}
	return nil
}

// outOfTurn refuses a state that does not follow the one the revision is in.
func (r *Revision) outOfTurn(state string) error {
	states, next := RevisionStates(), r.Next()
	var choice []Text
	for _, possible := range next {
		choice = append(choice, StateName(possible))
	}
	behind := slices.Index(states, state) <= slices.Index(states, r.State) // it has been there, or past it
	switch {
	case behind && len(next) > 0:
		return &Refusal{ID: "err.state_behind", Data: map[string]any{"Number": r.Number.N, "Now": StateName(r.State), "Next": choice}}
	case r.State == RevisionAccepted:
		return &Refusal{ID: "err.state_accepted", Data: map[string]any{"Number": r.Number.N}}
	case r.State == RevisionReturned:
		return &Refusal{ID: "err.state_returned", Data: map[string]any{"Number": r.Number.N}}
	}
	return &Refusal{ID: "err.state_ahead", Data: map[string]any{"Number": r.Number.N, "Lacks": strings.Join(next, ","), "Next": choice}}
}

// TakeBack takes the last mark off a revision: it is in the state before, and its note
// says so. A revision that was only checked has no mark to take off and is refused.
func (r *Revision) TakeBack(day Date, note string) error {
	before := r.before()
	if before == "" {
		return &Refusal{ID: "err.state_first", Data: map[string]any{"Number": r.Number.N}}
	}
	said := "отметка " + Quoted(StateName(r.State).RU) + " снята"
	if note = Clean(note); note != "" {
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
