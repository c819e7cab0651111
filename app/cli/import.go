package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
	"technopark/app/exchange"
)

// importCommand takes the records of a table of somebody else's.
type importCommand struct {
	File string `arg:"" place:""`
	From string `required:"" place:""` // a workbook, a text with separators, JSON of records, or a directory of texts
	Type string // of the records; none: the file says it itself
	Year int    `type:"year"` // of the data, for a table of other parks
	Park string
	// Existing says what becomes of records that are there already.
	Existing string   `enum:"update,skip,add" default:"update"`
	Sheet    string   // of a workbook; none: all that are not hidden
	Head     string   // rows of the head, «4» or «4-5»; none: they are looked for
	Map      []string `sep:"none" place:""` // «столбец=поле», for each column that is to be understood otherwise
	Set      []string `sep:"none" place:""` // «поле=значение», of all rows
	Match    string   // field by which records are found
	DryRun   bool     `name:"dry-run"`
	Partly   bool     // what is not rejected lands, whatever is
	JSON     bool     `name:"json"`
}

// planned is what a file would change, whichever kind of file it is.
type planned struct {
	*exchange.Plan
	kind  string // «» for a table of other parks, «records» for records
	count func(exchange.State) int
	apply func(ctx context.Context, tx app.Tx, titles app.Titles) error
}

// Run plans what the file would change, says so, and writes it where it may.
func (c importCommand) Run(s *session) error {
	if err := c.check(s); err != nil {
		return err
	}
	from, sum, err := c.read()
	if err != nil {
		return err
	}
	store, err := s.openAs(c.File, c.DryRun)
	if err != nil {
		return err
	}
	landed, err := c.importInto(s, store, from, sum)
	if closed := store.Close(); err == nil {
		err = app.About(c.File, closed)
	}
	if err == nil && landed.Rows.Rejected > 0 {
		return errFindings
	}
	return err
}

// ofOthers reports whether the file is a table of the figures of other parks.
func (c importCommand) ofOthers() bool { return c.Type == "reference" && c.Year != 0 }

// check refuses words that mean nothing before any file is opened.
func (c importCommand) check(s *session) error {
	if c.Type != "" {
		if _, err := typeNamed(c.Type, app.Types()); err != nil {
			return err
		}
	}
	if c.Year != 0 {
		return s.checkYear(c.Year)
	}
	return nil
}

// read reads the file, or the tables of a directory, and returns the SHA-256 of it all.
func (c importCommand) read() (exchange.From, string, error) {
	if info, err := os.Stat(c.From); err == nil && info.IsDir() {
		return c.readDir()
	}
	raw, err := disk.Read(c.From, exchange.MostBytes, app.ErrTooBig)
	if err != nil {
		return exchange.From{}, "", err
	}
	if exchange.IsJSON(raw) {
		return exchange.From{JSON: raw}, app.Content(raw), nil
	}
	book, err := exchange.Read(raw)
	return exchange.From{Book: book}, app.Content(raw), app.About(c.From, err)
}

// readDir reads the texts of a directory, each as a sheet that is called as its file is.
func (c importCommand) readDir() (exchange.From, string, error) {
	paths, err := filepath.Glob(filepath.Join(c.From, "*.csv"))
	if err != nil || len(paths) == 0 {
		return exchange.From{}, "", &app.Refusal{ID: "cli.import.no_tables", Data: map[string]any{"File": c.From}, Cause: err}
	}
	all, left := &exchange.Book{}, int64(exchange.MostBytes)
	sums := ""
	for _, path := range paths {
		raw, err := disk.Read(path, left, app.ErrTooBig)
		if err != nil {
			return exchange.From{}, "", err
		}
		left -= int64(len(raw))
		sums += app.Content(raw)
		book, err := exchange.Read(raw)
		if err != nil {
			return exchange.From{}, "", app.About(path, err)
		}
		for _, sheet := range book.Sheets {
			if sheet.Name == "" {
				sheet.Name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
			}
			all.Sheets = append(all.Sheets, sheet)
		}
	}
	return exchange.From{Book: all}, app.Content([]byte(sums)), nil
}

// plan says what the file would change.
func (c importCommand) plan(s *session, store Store, from exchange.From) (planned, error) {
	if c.ofOthers() && from.Book != nil {
		request, err := s.references(store, c.Year)
		if err != nil {
			return planned{}, app.About(c.File, err)
		}
		request.Source = filepath.Base(c.From)
		plan, err := request.Plan(from.Book)
		if err != nil {
			return planned{}, app.About(c.From, err)
		}
		return planned{plan, "", plan.Count, plan.Apply}, nil
	}
	to := exchange.Recipient{Skip: c.Existing == "skip", List: func(t *app.Type, park int64) ([]app.Record, error) { return store.List(s.ctx, t, park) }}
	parks, err := store.Parks(s.ctx)
	if err == nil && (len(parks) > 0 || c.Park != "") {
		var park *app.Park
		if park, err = s.choosePark(store, c.Park); err == nil {
			to.Park = park.ID
		}
	}
	if err != nil {
		return planned{}, app.About(c.File, err)
	}
	if c.Type != "" {
		from.Type, _ = typeNamed(c.Type, app.Types()) // it was named rightly
		to.Year = c.Year
		if from.Book != nil && exchange.Importable(from.Type) {
			if from.Layouts, err = c.layouts(to, from); err != nil {
				return planned{}, err
			}
		}
	}
	plan, err := to.Plan(from)
	if err != nil {
		return planned{}, app.About(c.From, err)
	}
	return planned{&plan.Plan, "records", plan.Count, plan.Apply}, nil
}

func (c importCommand) importInto(s *session, store Store, from exchange.From, sum string) (importFileJSON, error) {
	if err := store.Unwritable(); err != nil && !c.DryRun {
		return importFileJSON{}, app.About(c.File, err)
	}
	plan, err := c.plan(s, store, from)
	if err != nil {
		return importFileJSON{}, err
	}
	answer := importAnswer(plan, filepath.Base(c.From), sum)
	switch writes := len(plan.Records()); {
	case c.DryRun:
		answer.State = "planned"
	case answer.Rows.Rejected > 0 && !c.Partly:
		answer.State = "refused"
	case writes == 0:
		answer.State = "unchanged"
	default:
		answer.Copy = s.copyBefore(c.File, copies.WhyImport)
		what := s.words.T("step.import", map[string]any{"File": answer.Name, "Sum": answer.SHA256[:12]})
		write := func(tx app.Tx) error { return plan.apply(s.ctx, tx, noTitles) }
		if err := store.Change(s.ctx, what, write); err != nil {
			return answer, app.About(c.File, err)
		}
		answer.State = "applied"
	}
	if c.JSON {
		return answer, s.printJSON(importJSON{[]importFileJSON{answer}})
	}
	s.printImport(answer, plan.kind)
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
