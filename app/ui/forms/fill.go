package forms

import (
	"context"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/rating"
	"technopark/app/template"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// outcome is what a form is filled with, or why it is not.
type outcome struct {
	filled *template.Filled
	err    error
}

// moment is a form and the records it is filled from.
type moment struct {
	form string
	book *app.Book
	year int
	lang app.Lang
}

// read returns the bytes of a form.
func read(f form) ([]byte, error) {
	if !f.own {
		return f.xlsx, nil
	}
	return disk.Read(f.name, exchange.MostBytes, app.ErrTooBig)
}

// fillFrom fills a form from the records of a year.
func fillFrom(f form, seen *desk.Seen, year int, today app.Date, lang app.Lang) (*template.Filled, error) {
	raw, err := read(f)
	if err != nil {
		return nil, err
	}
	form, err := template.Open(raw)
	if err != nil {
		return nil, err
	}
	result, err := rating.Compute(seen.Set.Method, seen.Book, year)
	if err != nil {
		return nil, err
	}
	return form.Fill(template.Source{Book: seen.Book, Method: seen.Set.Method, Result: result, Year: year, Today: today, Lang: lang})
}

// preview fills the chosen form beside the window and shows what it is filled with.
func (s *Screen) preview(seen *desk.Seen) {
	d, f := s.desk, s.chosen()
	now := moment{f.name, seen.Book, d.Year, d.Lang}
	if s.asked == now {
		s.show()
		return
	}
	s.asked = now
	year, today := d.Year, d.Today()
	var out outcome
	d.Tasks.Quietly(func() error {
		out.filled, out.err = fillFrom(f, seen, year, today, now.lang)
		return nil
	}, func(err error) {
		if s.asked != now {
			return
		}
		if err != nil {
			out.err = err
		}
		s.seen = out
		s.show()
	})
}

// show shows what the chosen form is filled with.
func (s *Screen) show() {
	d := s.desk
	s.title.SetText(s.titleOf(s.chosen()))
	var rows []kit.Row
	if s.seen.filled != nil {
		for i, fault := range s.seen.filled.Faults {
			rows = append(rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
				{Text: at(fault.Sheet, fault.Address)}, {Text: fault.Name}, {Text: app.MarkError.Before(d.T("ui.forms.unknown"))}, {Text: fault.Words.In(d.Lang)},
			}})
		}
		if len(rows) == 0 {
			for i, cell := range s.seen.filled.Cells {
				rows = append(rows, kit.Row{ID: int64(i + 1), Make: func(column int) kit.Cell { return s.cell(cell, column) }})
			}
		}
	}
	s.cells.SetRows(rows)
	if !s.cells.Shows(s.cells.Selected()) && len(rows) > 0 {
		s.cells.Select(rows[0].ID)
	}
	if why := s.whyNotFill(); s.fill.Why() == "" || why != "" {
		s.fill.Forbid(why)
	}
	s.tell()
}

// whyNotFill says why the chosen form cannot be filled; «» when it can.
func (s *Screen) whyNotFill() string {
	d := s.desk
	switch {
	case d.Look().Book == nil:
		return d.WhyNothing()
	case s.seen.err != nil:
		return d.Say(app.About(s.chosen().name, s.seen.err))
	case s.seen.filled != nil && len(s.seen.filled.Faults) > 0:
		return d.N("ui.forms.faults", len(s.seen.filled.Faults))
	}
	return ""
}

// cell is what a column says of a filled cell.
func (s *Screen) cell(c template.Cell, column int) kit.Cell {
	d := s.desk
	switch column {
	case 0:
		return kit.Cell{Text: at(c.Sheet, c.Address)}
	case 1:
		return kit.Cell{Text: c.Source}
	case 2:
		text := c.Shown
		if text != "" {
			text = app.InUnit(text, c.Unit.In(d.Lang), d.Lang)
		}
		switch c.State {
		case template.Missing:
			return kit.Cell{Text: app.MarkMissing.Before(d.T("ui.forms.empty")), Muted: true}
		case template.Partial:
			return kit.Cell{Text: app.MarkWarning.Before(text)}
		}
		return kit.Cell{Text: text}
	}
	return kit.Cell{Text: s.from(c), Muted: true}
}

// from tells what a cell was made of.
func (s *Screen) from(c template.Cell) string {
	d := s.desk
	switch why := c.Why.In(d.Lang); {
	case why != "":
		return why
	case c.Indicator != nil:
		return d.T("ui.forms.indicator", "Code", c.Indicator.Code)
	case len(c.Places) == 1:
		if t := app.TypeByKey(c.Places[0].Type); t != nil {
			return t.One.In(d.Lang) + ": " + d.TitleOf(c.Places[0].Type, c.Places[0].ID)
		}
	}
	if len(c.Places) == 0 {
		return "—"
	}
	return d.N("ui.forms.records", len(c.Places))
}

func at(sheet, address string) string { return strings.TrimSuffix(sheet+"!"+address, "!") }

// tell says of the whole form, and of the chosen cell, what a line of the table has no room for.
func (s *Screen) tell() {
	d := s.desk
	var lines []string
	switch out := s.seen; {
	case out.err != nil:
		lines = append(lines, app.MarkError.Before(d.Say(app.About(s.chosen().name, out.err))))
	case out.filled == nil:
		lines = append(lines, d.WhyNothing())
	case len(out.filled.Faults) > 0:
		lines = append(lines, app.MarkError.Before(d.N("ui.forms.faults", len(out.filled.Faults))))
		if i := int(s.cells.Selected()) - 1; i >= 0 && i < len(out.filled.Faults) {
			lines = append(lines, at(out.filled.Faults[i].Sheet, out.filled.Faults[i].Address)+": "+out.filled.Faults[i].Words.In(d.Lang))
		}
	default:
		said := s.summary(out.filled)
		if s.keys {
			said += " " + d.T("ui.forms.enter")
		}
		lines = append(lines, said)
		for _, r := range out.filled.Remarks {
			lines = append(lines, app.MarkWarning.Before(at(r.Sheet, r.Address)+": "+r.Words.In(d.Lang)))
		}
		if i := int(s.cells.Selected()) - 1; i >= 0 && i < len(out.filled.Cells) {
			lines = append(lines, s.traceOf(out.filled.Cells[i]))
		}
	}
	s.told.SetText(strings.Join(lines, "\n"))
	s.view.Refresh()
}

func (s *Screen) summary(filled *template.Filled) string {
	missing, partial := 0, 0
	for _, c := range filled.Cells {
		switch c.State {
		case template.Missing:
			missing++
		case template.Partial:
			partial++
		}
	}
	return s.desk.T("ui.forms.summary", "Cells", len(filled.Cells), "Rows", filled.Rows, "Missing", missing, "Partial", partial)
}

// traceOf tells what one cell was made of, in full.
func (s *Screen) traceOf(c template.Cell) string {
	text := at(c.Sheet, c.Address) + " = " + s.cell(c, 2).Text
	if from := s.from(c); from != "—" {
		text += " — " + from
	}
	if c.Indicator != nil {
		text += ": " + c.Indicator.Substituted(s.desk.Lang)
	}
	return text
}

// openCell shows what a cell was made of: its indicator, or the first of its records.
func (s *Screen) openCell(i int) {
	if s.seen.filled == nil || i < 0 || i >= len(s.seen.filled.Cells) {
		return
	}
	c := s.seen.filled.Cells[i]
	switch {
	case c.Indicator != nil:
		s.desk.Open(app.IndicatorPlace(c.Year, c.Indicator.Code))
	case len(c.Places) > 0:
		s.desk.Open(c.Places[0])
	}
}

// onFill writes a filled copy of the chosen form, from the records as they are now.
func (s *Screen) onFill() {
	d, f := s.desk, s.chosen()
	title := strings.TrimSuffix(d.T("ui.forms.fill"), "…")
	ending := ".xlsx"
	if f.own {
		ending = filepath.Ext(f.name)
	}
	name := strings.TrimSuffix(s.titleOf(f), ending) + d.T("ui.forms.of_year", "Year", d.Year)
	d.Files(d.FirstDir()).New(title, name, ending, func(path string) {
		d.Newest(func(seen *desk.Seen) {
			year, today, lang := d.Year, d.Today(), d.Lang
			var filled *template.Filled
			d.Tasks.Run(title, func(context.Context, kit.Progress) (err error) {
				if err := disk.New(path); err != nil {
					return err
				}
				if filled, err = fillFrom(f, seen, year, today, lang); err != nil {
					return app.About(f.name, err)
				}
				if len(filled.Faults) > 0 {
					return nil
				}
				return disk.WriteNew(path, filled.Data)
			}, func(err error) { s.filled(path, filled, err) })
		})
	})
}

// filled tells what became of a form that was to be filled.
func (s *Screen) filled(path string, filled *template.Filled, err error) {
	d := s.desk
	if err != nil {
		d.Fail(err)
		return
	}
	s.seen = outcome{filled: filled}
	s.show()
	if len(filled.Faults) > 0 {
		kit.Tell(d.Window, d.T("ui.forms.title"), d.N("ui.forms.faults", len(filled.Faults)), d.T("ui.ok"))
		return
	}
	d.TellMade(d.T("ui.forms.title"), d.T("ui.forms.written", "File", path, "About", s.summary(filled)), path, s.FocusList)
}

// onSave writes the chosen form itself, to be learnt from and changed.
func (s *Screen) onSave() {
	d, f := s.desk, s.chosen()
	title := strings.TrimSuffix(d.T("ui.forms.save"), "…")
	d.Files(d.FirstDir()).New(title, strings.TrimSuffix(s.titleOf(f), ".xlsx"), ".xlsx", func(path string) {
		raw, err := read(f)
		if err == nil {
			err = disk.WriteNew(path, raw)
		}
		if err != nil {
			d.Fail(err)
			return
		}
		d.TellMade(title, d.T("ui.list.exported", "File", path), path, nil)
	})
}
