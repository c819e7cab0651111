package cli

import (
	"cmp"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/template"
	"technopark/assets"
)

// fillCommand fills the form of another authority from the records.
type fillCommand struct {
	File     string `arg:"" optional:"" place:""`
	Template string `place:""` // the form with names in its cells
	Year     int    `type:"year"`
	To       string `place:""`                  // the filled copy, not there yet
	Lang     string `enum:"ru,en" default:"ru"` // of the words that are the program's own
	Trace    bool   // every cell with what it was made of
	Names    bool   // which names there are, instead
	Example  string // name of a form of ours to write, instead
	Type     string // of the records a row repeats over, with Names
	Park     string
	JSON     bool `name:"json"`
}

type fillJSON struct {
	File    string            `json:"file,omitempty"` // that was written; none when something is unknown
	Cells   int               `json:"cells"`
	Rows    int               `json:"rows"`
	Unknown []fillUnknownJSON `json:"unknown"`
	Empty   []fillGapJSON     `json:"empty"`   // cells for which nothing is known
	Partial []fillGapJSON     `json:"partial"` // whose figure lacks something
	Remarks []fillGapJSON     `json:"remarks"`
	Trace   []fillCellJSON    `json:"trace,omitempty"` // with --trace
}

type fillUnknownJSON struct {
	Sheet   string `json:"sheet"`
	Cell    string `json:"cell"`
	Name    string `json:"name"`
	Message string `json:"message"`
}

type fillGapJSON struct {
	Sheet string `json:"sheet"`
	Cell  string `json:"cell"`
	Name  string `json:"name,omitempty"`
	Why   string `json:"why"`
}

// Run writes a filled copy, or says which names the form has that there are not.
func (c fillCommand) Run(s *session) error {
	switch {
	case c.Names:
		return c.names(s)
	case c.Example != "":
		return c.example(s)
	}
	if c.File == "" || c.Template == "" || c.Year == 0 || c.To == "" {
		return &app.Refusal{ID: "cli.fill.needs", Cause: errWords}
	}
	if err := s.checkYear(c.Year); err != nil {
		return err
	}
	if want := filepath.Ext(c.Template); !strings.EqualFold(want, filepath.Ext(c.To)) {
		return &app.Refusal{ID: "cli.fill.ending", Data: map[string]any{"File": c.To, "Ending": want}, Cause: errWords}
	}
	if err := disk.New(c.To); err != nil {
		return err
	}
	return s.read(yearOf{File: c.File, Year: c.Year, Park: c.Park}, func(_ Store, b *app.Book) error {
		raw, err := disk.Read(c.Template, exchange.MostBytes, app.ErrTooBig)
		if err != nil {
			return err
		}
		form, err := template.Open(raw)
		if err != nil {
			return app.About(c.Template, err)
		}
		return c.fill(s, form, b)
	})
}

func (c fillCommand) fill(s *session, form *template.Template, b *app.Book) error {
	set, result, err := s.score(b, c.Year)
	if err != nil {
		return err
	}
	filled, err := form.Fill(template.Source{
		Book: b, Method: set.Method, Result: result, Year: c.Year, Today: app.DateOf(s.Now()), Lang: app.Lang(c.Lang),
	})
	if err != nil {
		return app.About(c.Template, err)
	}
	if len(filled.Faults) == 0 {
		if err := disk.WriteNew(c.To, filled.Data); err != nil {
			return err
		}
	}
	if err := c.say(s, filled); err != nil {
		return err
	}
	if len(filled.Faults) > 0 {
		return errFindings
	}
	return nil
}

func (c fillCommand) say(s *session, filled *template.Filled) error {
	if c.JSON {
		return s.printJSON(c.answer(filled))
	}
	at := func(sheet, cell string) string { return strings.TrimSuffix(sheet+"!"+cell, "!") }
	if len(filled.Faults) > 0 {
		for _, f := range filled.Faults {
			s.say("cli.fill.unknown", map[string]any{"At": at(f.Sheet, f.Address), "Name": f.Name, "Why": f.Words.RU})
		}
		s.say("cli.fill.nothing", map[string]any{"N": len(filled.Faults)})
		return nil
	}
	s.say("cli.fill.done", map[string]any{"Cells": s.words.N("cli.cells", len(filled.Cells), nil), "Rows": filled.Rows, "File": c.To})
	told := 0
	for _, cell := range filled.Cells {
		id := map[template.State]string{template.Missing: "cli.fill.empty", template.Partial: "cli.fill.partial"}[cell.State]
		if id == "" {
			continue
		}
		told++
		if told <= mostGaps {
			s.say(id, map[string]any{"At": at(cell.Sheet, cell.Address), "Name": cell.Source, "Why": cell.Why.RU})
		}
	}
	if told > mostGaps {
		s.say("cli.fill.more", map[string]any{"N": told - mostGaps})
	}
	for _, r := range filled.Remarks {
		s.say("cli.remark", map[string]any{"Text": at(r.Sheet, r.Address) + ": " + r.Words.RU})
	}
	if c.Trace {
		for _, cell := range traceOf(filled.Cells) {
			s.say("cli.fill.trace", map[string]any{"At": at(cell.Sheet, cell.Cell), "Name": cell.Name, "Value": cmp.Or(cell.Formula, cell.Value, "—")})
		}
	}
	return nil
}

// mostGaps are the cells that are told one by one.
const mostGaps = 20

func (c fillCommand) answer(filled *template.Filled) fillJSON {
	out := fillJSON{Cells: len(filled.Cells), Rows: filled.Rows, Unknown: []fillUnknownJSON{}, Empty: []fillGapJSON{}, Partial: []fillGapJSON{}, Remarks: []fillGapJSON{}}
	if filled.Data != nil {
		out.File = c.To
	}
	for _, f := range filled.Faults {
		out.Unknown = append(out.Unknown, fillUnknownJSON{f.Sheet, f.Address, f.Name, f.Words.RU})
	}
	for _, cell := range filled.Cells {
		gap := fillGapJSON{cell.Sheet, cell.Address, cell.Source, cell.Why.RU}
		switch cell.State {
		case template.Missing:
			out.Empty = append(out.Empty, gap)
		case template.Partial:
			out.Partial = append(out.Partial, gap)
		case template.Whole, template.NotApplicable:
		}
	}
	for _, r := range filled.Remarks {
		out.Remarks = append(out.Remarks, fillGapJSON{Sheet: r.Sheet, Cell: r.Address, Why: r.Words.RU})
	}
	if c.Trace {
		out.Trace = traceOf(filled.Cells)
	}
	return out
}

// example writes a form that is ready to be filled and to be learnt from.
func (c fillCommand) example(s *session) error {
	var known []string
	for _, form := range assets.Forms() {
		known = append(known, form.Name)
		if form.Name != c.Example {
			continue
		}
		switch {
		case c.To == "":
			return &app.Refusal{ID: "cli.fill.where", Data: map[string]any{"Name": form.Name}, Cause: errWords}
		case !strings.EqualFold(filepath.Ext(c.To), ".xlsx"):
			return &app.Refusal{ID: "cli.fill.ending", Data: map[string]any{"File": c.To, "Ending": ".xlsx"}, Cause: errWords}
		}
		if err := disk.WriteNew(c.To, form.XLSX); err != nil {
			return err
		}
		if c.JSON {
			return s.printJSON(map[string]string{"file": c.To})
		}
		s.say("cli.fill.example", map[string]any{"File": c.To})
		return nil
	}
	return &app.Refusal{ID: "cli.not_one_of", Data: map[string]any{
		"Flag": "--example", "Got": c.Example, "Known": strings.Join(known, ", "), "Near": nearest(c.Example, known), "Example": s.words.T("cli.example.fill", nil),
	}, Cause: errWords}
}

// names lists the names a form may have.
func (c fillCommand) names(s *session) error {
	var of *app.Type
	if c.Type != "" {
		var err error
		if of, err = typeNamed(c.Type, app.Types()); err != nil {
			return err
		}
	}
	method, err := c.method(s)
	if err != nil {
		return err
	}
	names := template.Names(method, of)
	if c.JSON {
		type nameJSON struct {
			Name  string `json:"name"`
			Title string `json:"title"`
			Unit  string `json:"unit"`
			Group string `json:"group"`
		}
		all := make([]nameJSON, len(names))
		for i, n := range names {
			all[i] = nameJSON{n.Name, n.Title.RU, n.Unit.RU, n.Group.RU}
		}
		return s.printJSON(map[string]any{"names": all})
	}
	group := ""
	for _, n := range names {
		if n.Group.RU != group {
			group = n.Group.RU
			s.say("cli.fill.group", map[string]any{"Title": group})
		}
		title := n.Title.RU
		if !n.Unit.Zero() {
			title += ", " + n.Unit.RU
		}
		s.say("cli.fill.name", map[string]any{"Name": pad("{{"+n.Name+"}}", nameColumn), "Title": title})
	}
	return nil
}

// nameColumn is how many characters the names take.
const nameColumn = 34
