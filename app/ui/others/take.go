package others

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/ui/kit"
)

// onTake asks for a table and shows what it would change.
func (s *Screen) onTake() {
	s.desk.Files(s.desk.FirstDir()).Open(s.takeFrom, ".xlsx", ".xlsm", ".csv", ".txt", ".tsv")
}

// takeFrom reads a table beside the window: it may be large.
func (s *Screen) takeFrom(path string) {
	d := s.desk
	var book *exchange.Book
	sum := ""
	d.Tasks.Run(d.T("ui.others.reading"), func(context.Context, kit.Progress) error {
		raw, err := disk.Read(path, exchange.MostBytes, app.ErrTooBig)
		if err != nil {
			return err
		}
		digest := sha256.Sum256(raw)
		sum = hex.EncodeToString(digest[:])
		book, err = exchange.Read(raw)
		return app.About(path, err)
	}, func(err error) {
		if err != nil {
			s.tell(err)
			return
		}
		name := filepath.Base(path)
		s.propose(book, name, d.T("step.import", "File", name, "Sum", sum[:12]))
	})
}

// propose shows what a table would change.
func (s *Screen) propose(book *exchange.Book, source, step string) {
	plan, err := s.request(source).Plan(book)
	if err != nil {
		s.tell(app.About(source, err))
		return
	}
	s.preview(plan, source, step)
}

func (s *Screen) request(source string) exchange.References {
	d := s.desk
	return exchange.References{
		Year: d.Year, Measures: s.sheet.measures, Own: s.sheet.own, Source: source,
		Known: app.All[app.Reference](d.Part("reference"), "reference"),
	}
}

func (s *Screen) tell(err error) {
	kit.Tell(s.desk.Window, s.desk.T("ui.others.title"), s.desk.Say(err), s.desk.T("ui.ok"))
}

// onPaste plans what is on the clipboard: a table with its heads or, without them, figures from
// the cell of the keyboard on.
func (s *Screen) onPaste(id int64, column, text string) {
	d := s.desk
	if d.ReadOnly() || len(s.sheet.measures) == 0 {
		return
	}
	source := d.T("ui.others.pasted")
	book, err := exchange.ReadText(text)
	if err != nil {
		s.tell(app.About(source, err))
		return
	}
	if _, err := s.request(source).Plan(book); err != nil {
		if placed := s.placed(book, id, column); placed != nil {
			book = placed
		}
	}
	s.propose(book, source, d.T("step.paste"))
}

// placed gives a block of figures the heads of the columns and the names of the rows over which
// it is pasted; nil where it reaches beyond them.
func (s *Screen) placed(block *exchange.Book, id int64, column string) *exchange.Book {
	shown := s.shown()
	first := -1
	for i, m := range shown {
		if m.Code == column {
			first = i
		}
	}
	if first < 0 || id < 1 || len(block.Sheets) != 1 {
		return nil
	}
	head := exchange.Row{Number: 1, Cells: []exchange.Cell{{Column: 1, Text: s.desk.T("ui.others.park")}}}
	for i, m := range shown[first:] {
		head.Cells = append(head.Cells, exchange.Cell{Column: i + 2, Text: m.Code})
	}
	rows := []exchange.Row{head}
	for _, r := range block.Sheets[0].Rows {
		at := int(id) - 1 + r.Number - 1
		if at >= len(s.sheet.rows) {
			return nil
		}
		name := s.sheet.rows[at].name
		if at == 0 {
			name = s.desk.T("ui.others.mean")
		}
		line := exchange.Row{Number: r.Number + 1, Cells: []exchange.Cell{{Column: 1, Text: name}}}
		for _, c := range r.Cells {
			if first+c.Column > len(shown) {
				return nil
			}
			c.Column++
			line.Cells = append(line.Cells, c)
		}
		rows = append(rows, line)
	}
	return &exchange.Book{Sheets: []exchange.Sheet{{Rows: rows}}}
}

// where is how the place of a cell is told.
func where(c exchange.Change) string {
	at := exchange.ColumnName(c.Column) + itoa(c.Row)
	if c.Sheet != "" {
		return c.Sheet + ", " + at
	}
	return at
}

// changeText writes what becomes of a figure: «208,0 → 212,5».
func changeText(c exchange.Change, lang app.Lang) string {
	switch c.State {
	case exchange.Rejected:
		return strings.TrimSpace(c.Found)
	case exchange.Changed:
		return c.Was.In(lang) + " → " + c.Is.In(lang)
	}
	return c.Is.In(lang)
}
