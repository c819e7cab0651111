package desk

import (
	"technopark/app/agenda"
)

// Agenda returns what is to be done for the year, as Look returns the check; nil while that is not
// known.
func (d *Desk) Agenda() *agenda.Agenda { return d.kept().ask(want{what: ToPlan}).agenda }

// plan says what is to be done for the year; nothing without records.
func (j *work) plan() finding {
	seen := j.of
	if seen.Book == nil {
		return nil
	}
	made := agenda.Of(agenda.Question{Book: seen.Book, Year: int(seen.of.year), Day: seen.of.day, Report: seen.Report, Result: seen.result, Twins: &j.reader.twins})
	return func(s *Seen) { s.agenda = made }
}
