package intake

import (
	"context"
	"path/filepath"
	"slices"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/ui/kit"
)

// onChoose asks for a table.
func (s *Screen) onChoose() {
	s.desk.Files(s.desk.FirstDir()).Open(s.takeFile, ".xlsx", ".xlsm", ".csv", ".txt", ".tsv")
}

// Receive asks for a table (Ctrl+Shift+A).
func (s *Screen) Receive() { s.onChoose() }

// Dropped reads the first of the files that were dropped on the window: tables are taken one by one.
func (s *Screen) Dropped(paths []string) {
	if len(paths) > 0 && !s.desk.ReadOnly() {
		s.takeFile(paths[0])
	}
}

// takeFile reads a table beside the window: it may be large.
func (s *Screen) takeFile(path string) {
	d := s.desk
	got := source{name: filepath.Base(path)}
	d.Tasks.Run(d.T("ui.intake.reading"), func(context.Context, kit.Progress) error {
		raw, err := disk.Read(path, exchange.MostBytes, app.ErrTooBig)
		if err != nil {
			return err
		}
		got.sum = app.Content(raw)
		got.book, err = exchange.Read(raw)
		return app.About(path, err)
	}, func(err error) {
		if err != nil {
			s.tell(err)
			return
		}
		typ := s.typ
		s.forget()
		s.typ = typ
		s.take(got)
	})
}

// tell says what is in the way.
func (s *Screen) tell(err error) {
	kit.Tell(s.desk.Window, s.desk.T("ui.intake.title"), s.desk.Say(err), s.desk.T("ui.ok"))
}

// recipient is the data file that the records are to land in.
func (s *Screen) recipient() exchange.Recipient {
	d := s.desk
	store, park := d.Store, d.Park
	return exchange.Recipient{
		Park: park, Year: d.Year,
		List: func(t *app.Type, park int64) ([]app.Record, error) { return store.List(context.Background(), t, park) },
	}
}

// take understands a table as well as it can be without a person, and shows its rows.
func (s *Screen) take(got source) {
	s.source = got
	if got.records != nil {
		s.planAnew()
		return
	}
	head := 0
	if got.name == "" { // it was pasted over a list: what it is has been said
		s.at = stepColumns
		if len(got.fields) > 0 {
			head = -1
		}
	}
	s.understand(bestSheet(got.book), head, head)
}

// bestSheet returns the visible sheet with most rows.
func bestSheet(b *exchange.Book) int {
	best := 0
	for i, sheet := range b.Sheets {
		if !sheet.Hidden && (len(sheet.Rows) > len(b.Sheets[best].Rows) || b.Sheets[best].Hidden) {
			best = i
		}
	}
	return best
}

// understand guesses how a sheet is read, beside the window. first and last are the rows of its head,
// as exchange.Recipient.Guess takes them.
func (s *Screen) understand(sheet, first, last int) {
	d := s.desk
	if d.Store == nil || len(s.source.book.Sheets) == 0 {
		return
	}
	to, book, typ := s.recipient(), s.source.book, s.typ
	var kept []exchange.KeptLayout
	if d.KeptLayouts != nil {
		kept = d.KeptLayouts()
	}
	fields, fresh := s.source.fields, s.layout == nil
	var l *exchange.Layout
	d.Tasks.Run(d.T("ui.intake.understanding"), func(ctx context.Context, _ kit.Progress) error {
		if typ == nil {
			typ = guessType(ctx, to, book, sheet)
		}
		l = to.Guess(book, sheet, typ, first, last, kept)
		if len(fields) > 0 && l.First == 0 {
			put(l, fields)
			to.Survey(book, l)
		}
		return ctx.Err()
	}, func(err error) {
		if err != nil {
			if s.layout == nil { // it was given up, and what it meant before was of another year or nothing
				s.forget()
				s.typ = typ
				s.show(stepFile)
			}
			d.Fail(err)
			return
		}
		s.typ, s.layout, s.year, s.plan, s.raises = typ, l, to.Year, nil, findings{}
		if s.source.name == "" && s.at == stepColumns && fresh && l.Useful() {
			s.planAnew()
			return
		}
		s.show(max(stepFile, min(s.at, stepColumns)))
		s.FocusList()
	})
}

// put has the columns of a block without heads go into the columns of the list it was pasted over.
func put(l *exchange.Layout, fields []string) {
	for i, c := range slices.Clone(l.Columns) {
		if i < len(fields) {
			if _, ok := exchange.TargetOf(l.Type, fields[i]); ok {
				l.Put(c.Column, fields[i])
			}
		}
	}
}

// guessType returns the type whose fields the columns of a sheet mean most of.
func guessType(ctx context.Context, to exchange.Recipient, b *exchange.Book, sheet int) *app.Type {
	best, most := types()[0], -1
	for _, t := range types() {
		if ctx.Err() != nil {
			break
		}
		n := 0
		for _, c := range to.Heads(b, sheet, t).Columns {
			switch c.Why {
			case exchange.WhyLabel:
				n += 3
			case exchange.WhyCalled:
				n += 2
			case exchange.WhyLike:
				n++
			}
		}
		if n > most {
			best, most = t, n
		}
	}
	return best
}

// types are those whose records can be taken, the most asked for first.
func types() []*app.Type {
	var all []*app.Type
	for _, section := range app.Sections() {
		for _, t := range app.Types() {
			if t.Section == section && exchange.Importable(t) {
				all = append(all, t)
			}
		}
	}
	return all
}
