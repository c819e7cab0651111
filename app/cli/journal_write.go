package cli

import (
	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/history"
	"technopark/reports"
)

// writtenJSON is a list that was written.
type writtenJSON struct {
	File    string `json:"file"`
	Entries int    `json:"entries"`
	Rows    int    `json:"rows"`
}

// write writes the entries as a list, a row for each field, like the screen of the journal.
func (c journalCommand) write(s *session, entries []app.JournalEntry, titles app.Titles) error {
	if err := disk.New(c.To); err != nil {
		return err
	}
	t := &exchange.Table{Title: s.words.T("ui.journal.title", nil), Lang: app.RU}
	for _, column := range []struct {
		key   string
		chars int
	}{{"number", 8}, {"when", 16}, {"who", 14}, {"action", 22}, {"record", 34}, {"field", 24}, {"before", 24}, {"after", 24}, {"named", 34}} {
		t.Columns = append(t.Columns, exchange.Column{Name: s.words.T("ui.journal."+column.key, nil), Chars: column.chars})
	}
	t.Columns[0].Form, t.Columns[0].Scale = exchange.Figures, 1
	for _, line := range history.LinesOf(entries, titles, s.words) {
		row := []exchange.Value{{State: app.Given, N: line.Entry.ID}}
		for _, text := range []string{
			history.Moment(line.Entry.At, s.Now().Location()), line.Entry.Who, line.Action(s.words), line.Record(), line.Name, line.Before, line.After, line.Entry.What,
		} {
			row = append(row, exchange.Value{State: app.Given, Text: text})
		}
		t.Rows = append(t.Rows, row)
	}
	data, err := reports.ListFile(c.To, t, s.Now())
	if err == nil {
		err = disk.WriteNew(c.To, data)
	}
	if err != nil {
		return err
	}
	if c.JSON {
		return s.printJSON(writtenJSON{File: c.To, Entries: len(entries), Rows: len(t.Rows)})
	}
	s.say("cli.journal.written", map[string]any{"File": c.To, "Entries": s.words.N("common.records", len(entries), nil)})
	return nil
}
