package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
)

// importCommand takes the records of a table of somebody else's.
type importCommand struct {
	File   string `arg:"" place:""`
	From   string `required:"" place:""` // a workbook or a text with separators
	Type   string `required:"" enum:"reference"`
	Year   int    `required:"" type:"year"` // of the data
	DryRun bool   `name:"dry-run"`
	Partly bool   // what is not rejected lands, whatever is
	JSON   bool   `name:"json"`
}

// importJSON is what a table would change, or has.
type importJSON struct {
	Files []importFileJSON `json:"files"`
}

type importFileJSON struct {
	Name     string             `json:"name"`
	SHA256   string             `json:"sha256"`
	State    string             `json:"state"` // «planned», «applied», «unchanged» or «refused»: nothing of it landed
	Rows     importCountsJSON   `json:"rows"`  // cells, as each of them is a record
	Changes  []importChangeJSON `json:"changes"`
	Rejected []importFaultJSON  `json:"rejected"`
	Remarks  []string           `json:"remarks"`
}

type importCountsJSON struct {
	New      int `json:"new"`
	Changed  int `json:"changed"`
	Same     int `json:"same"`
	Rejected int `json:"rejected"`
}

type importPlaceJSON struct {
	Sheet  string `json:"sheet"`
	Row    int    `json:"row"`
	Column string `json:"column"` // as spreadsheets call it: «B»
	Found  string `json:"found"`
}

type importChangeJSON struct {
	importPlaceJSON
	What   string `json:"what"`
	Was    string `json:"was"` // empty: there was none
	Is     string `json:"is"`
	Remark string `json:"remark,omitempty"`
}

type importFaultJSON struct {
	importPlaceJSON
	Expected string `json:"expected"`
	Message  string `json:"message"`
}

// Run plans what the table would change, says so, and writes it where it may.
func (c importCommand) Run(s *session) error {
	if err := s.checkYear(c.Year); err != nil {
		return err
	}
	raw, err := disk.Read(c.From, exchange.MostBytes, app.ErrTooBig)
	if err != nil {
		return err
	}
	book, err := exchange.Read(raw)
	if err != nil {
		return app.About(c.From, err)
	}
	store, err := s.openAs(c.File, c.DryRun)
	if err != nil {
		return err
	}
	landed, err := c.importInto(s, store, book, raw)
	if closed := store.Close(); err == nil {
		err = app.About(c.File, closed)
	}
	if err == nil && landed.Rows.Rejected > 0 {
		return errFindings
	}
	return err
}

func (c importCommand) importInto(s *session, store Store, book *exchange.Book, raw []byte) (importFileJSON, error) {
	if !c.DryRun && store.ReadOnly() {
		return importFileJSON{}, app.About(c.File, app.ErrReadOnly)
	}
	request, err := s.references(store, c.Year)
	if err != nil {
		return importFileJSON{}, app.About(c.File, err)
	}
	request.Source = filepath.Base(c.From)
	plan, err := request.Plan(book)
	if err != nil {
		return importFileJSON{}, app.About(c.From, err)
	}
	sum := sha256.Sum256(raw)
	answer := importAnswer(plan, filepath.Base(c.From), hex.EncodeToString(sum[:]))
	switch writes := len(plan.Records()); {
	case c.DryRun:
		answer.State = "planned"
	case answer.Rows.Rejected > 0 && !c.Partly:
		answer.State = "refused"
	case writes == 0:
		answer.State = "unchanged"
	default:
		what := s.words.T("step.import", map[string]any{"File": answer.Name, "Sum": answer.SHA256[:12]})
		write := func(tx app.Tx) error { return plan.Apply(s.ctx, tx, noTitles) }
		if err := store.Change(s.ctx, what, write); err != nil {
			return answer, app.About(c.File, err)
		}
		answer.State = "applied"
	}
	if c.JSON {
		return answer, s.printJSON(importJSON{[]importFileJSON{answer}})
	}
	s.printImport(answer)
	return answer, nil
}

// noTitles is for records that refer to no others.
func noTitles(string, int64) string { return "" }

// references gathers what a table of other parks is read against: the method of the year, what
// is recorded, the parks of the file.
func (s *session) references(store Store, year int) (exchange.References, error) {
	r := exchange.References{Year: year}
	parks, err := store.Parks(s.ctx)
	if err != nil {
		return r, err
	}
	if len(parks) == 0 {
		return r, &app.Refusal{ID: "cli.no_parks"}
	}
	b, err := store.Book(s.ctx, parks[0].ID)
	if err != nil {
		return r, err
	}
	set, err := s.by.For(b, year)
	if err != nil {
		return r, err
	}
	for _, p := range parks {
		r.Own = append(r.Own, p.Name, p.ShortName)
	}
	r.Measures, r.Known = set.Method.Measures(), app.All[app.Reference](b, "reference")
	return r, nil
}

func importAnswer(plan *exchange.Plan, name, sum string) importFileJSON {
	answer := importFileJSON{
		Name: name, SHA256: sum, Changes: []importChangeJSON{}, Rejected: []importFaultJSON{}, Remarks: []string{},
		Rows: importCountsJSON{plan.Count(exchange.New), plan.Count(exchange.Changed), plan.Count(exchange.Same), plan.Count(exchange.Rejected)},
	}
	for _, c := range plan.Changes {
		at := importPlaceJSON{c.Sheet, c.Row, exchange.ColumnName(c.Column), c.Found}
		switch c.State {
		case exchange.Rejected:
			answer.Rejected = append(answer.Rejected, importFaultJSON{at, c.Expected.RU, c.Message.RU})
		case exchange.New, exchange.Changed:
			answer.Changes = append(answer.Changes, importChangeJSON{at, c.What.RU, c.Was.RU, c.Is.RU, c.Message.RU})
		}
	}
	for _, note := range plan.Notes {
		answer.Remarks = append(answer.Remarks, note.RU)
	}
	return answer
}

// printImport says what changes, what cannot land and what became of it all.
func (s *session) printImport(f importFileJSON) {
	s.say("cli.import.counts", map[string]any{"File": f.Name, "New": f.Rows.New, "Changed": f.Rows.Changed, "Same": f.Rows.Same, "Rejected": f.Rows.Rejected})
	for _, c := range f.Changes {
		s.say("cli.import.change", map[string]any{"Place": c.place(), "What": c.What, "Was": c.Was, "Is": c.Is, "Remark": c.Remark})
	}
	for _, c := range f.Rejected {
		s.say("cli.import.rejected", map[string]any{"Place": c.place(), "Found": c.Found, "Expected": c.Expected, "Message": c.Message})
	}
	for _, remark := range f.Remarks {
		s.say("cli.import.remark", map[string]any{"Text": remark})
	}
	fmt.Fprintln(s.Stdout)
	fmt.Fprintln(s.Stdout, s.words.N("cli.import.state."+f.State, len(f.Changes), nil))
}

func (p importPlaceJSON) place() string {
	at := fmt.Sprintf("%s%d", p.Column, p.Row)
	if p.Sheet != "" {
		at = p.Sheet + "!" + at
	}
	return at
}
