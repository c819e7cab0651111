package cli

import (
	"strconv"
	"strings"
	"time"

	"technopark/app"
)

// journalFilter is which entries of the journal a command is about.
type journalFilter struct {
	Limit   *int   // the newest; 0 for all; without it, journalShown on the screen and all in a file
	Type    string // key or name of a type of records
	Record  string // a record: «resident:17»
	Who     string // as the journal writes them
	Since   string // a day, that one too
	Until   string // a day, that one too
	Action  string `enum:",add,edit,delete" default:""`
	Step    string // a part of the name of the step
	Deleted bool   // only the recycle bin: what is not there now
}

// journalShown is how many entries are printed when nobody says.
const journalShown = 50

// all reports whether nothing narrows the journal.
func (c journalFilter) all() bool {
	c.Limit = nil
	return c == journalFilter{}
}

// filter reads what was asked for, at most so many where no limit was given; zone is the user's.
func (c journalFilter) filter(zone *time.Location, limit int) (f app.JournalFilter, err error) {
	if c.Limit != nil {
		limit = *c.Limit
	}
	if limit < 0 {
		return f, &app.Refusal{ID: "cli.bad_limit", Data: map[string]any{"What": strconv.Itoa(limit)}, Cause: errWords}
	}
	f = app.JournalFilter{Limit: limit, Who: c.Who, Did: app.Action(c.Action), Step: c.Step, Gone: c.Deleted}
	if c.Type != "" {
		t, err := typeNamed(c.Type, app.Types())
		if err != nil {
			return f, err
		}
		f.Type = t.Key
	}
	if c.Record != "" {
		if f.Type, f.ID, err = recordNamed("--record", c.Record); err != nil {
			return f, err
		}
	}
	if f.Since, err = dayOf("--since", c.Since, zone); err != nil {
		return f, err
	}
	if f.Until, err = dayOf("--until", c.Until, zone); err != nil {
		return f, err
	}
	if !f.Until.IsZero() {
		f.Until = f.Until.AddDate(0, 0, 1)
	}
	return f, nil
}

// recordNamed reads «resident:17», as the JSON of the journal calls a record; flag is where it stands.
func recordNamed(flag, text string) (typeKey string, id int64, err error) {
	name, number, _ := strings.Cut(text, ":")
	id, err = strconv.ParseInt(strings.TrimSpace(number), 10, 64)
	if err != nil || id <= 0 {
		return "", 0, &app.Refusal{ID: "cli.journal.bad_record", Data: map[string]any{"Flag": flag, "What": text}, Cause: errWords}
	}
	t, err := typeNamed(name, app.Types())
	if err != nil {
		return "", 0, err
	}
	return t.Key, id, nil
}

// dayOf returns the beginning of a day, zero of none.
func dayOf(flag, text string, zone *time.Location) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	day, ok := app.ParseDate(text)
	if !ok || day.Zero() {
		return time.Time{}, &app.Refusal{ID: "cli.journal.bad_day", Data: map[string]any{"Flag": flag, "What": text}, Cause: errWords}
	}
	at := day.Midnight()
	return time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, zone), nil
}
